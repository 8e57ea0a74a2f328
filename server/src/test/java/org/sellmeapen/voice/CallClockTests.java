package org.sellmeapen.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CallClockTests {

    private final AtomicLong passed = new AtomicLong(70_000);
    private final CallClock clock = new CallClock(3_000, 16_000, passed::get);

    @Test
    void itCountsWhatTheMicrophoneSends() {
        clock.heard(32_000);
        assertThat(clock.ms()).isEqualTo(5_000);
    }

    @Test
    void itGoesOnWhereTheOtherEndSays() {
        passed.addAndGet(120_000);
        clock.goesOnAt(122_500);
        assertThat(clock.ms()).isEqualTo(122_500);
        clock.goesOnAt(50_000);
        assertThat(clock.ms()).as("and never back").isEqualTo(122_500);
    }

    @Test
    void noCallLastsLongerThanTimeHasPassed() {
        passed.addAndGet(3_000);
        for (int k = 1; k <= 6; k++) {
            clock.goesOnAt(k * 3_500_000L);
        }
        assertThat(clock.ms()).isBetween(6_000L, 11_000L);
        clock.goesOnAt(Long.MAX_VALUE);
        clock.goesOnAt(Long.MIN_VALUE);
        assertThat(clock.ms()).isBetween(6_000L, 11_000L);
    }
}
