package org.sellmeapen.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sellmeapen.TestClock;

class TurnedAwayTests {

    private final TestClock clock = new TestClock();
    private final VoiceMeters meters = new VoiceMeters();
    private final List<String> log = new ArrayList<>();
    private final TurnedAway turnedAway = new TurnedAway(meters, clock, log::add);

    @Test
    void theOperatorReadsWhoWasNotLetInAndWhy() {
        turnedAway.because(401, "no ticket");
        assertThat(log).containsExactly("refused with 401: no ticket");
    }

    @Test
    void thousandsDoNotFillTheLogButAreCounted() {
        for (int k = 0; k < 5_000; k++) {
            turnedAway.because(429, "no ticket");
        }
        assertThat(log).hasSize(TurnedAway.LINES_A_MINUTE);
        assertThat(meters.text()).contains("sellmeapen_voice_refused_total{status=\"429\"} 5000");
        clock.forward(Duration.ofMinutes(1));
        turnedAway.because(401, "no ticket");
        assertThat(log)
                .endsWith("refused 4980 more before, which are not told one by one", "refused with 401: no ticket");
    }
}
