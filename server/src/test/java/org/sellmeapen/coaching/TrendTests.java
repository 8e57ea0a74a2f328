package org.sellmeapen.coaching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TrendTests {

    private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");

    private static List<Trend.Value> daily(double... values) {
        List<Trend.Value> out = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            out.add(new Trend.Value(MONDAY.plus(Duration.ofDays(i)), values[i]));
        }
        return out;
    }

    @Test
    void aChangeInsideTheNoiseIsNone() {
        assertThat(Trend.of(daily(8, 5, 9, 4, 8, 5, 9, 6, 4, 7), "lower").change())
                .isEqualTo("unchanged");
    }

    @Test
    void aChangeBeyondItIsBetterOrWorseByWhatIsBetter() {
        List<Trend.Value> fewer = daily(8, 7.5, 8, 7.8, 8.2, 7.9, 4, 4.2, 3.9);
        assertThat(Trend.of(fewer, "lower").change()).isEqualTo("better");
        assertThat(Trend.of(fewer, "higher").change()).isEqualTo("worse");
        assertThat(Trend.of(fewer, "band").change()).isEqualTo("lower");
        assertThat(Trend.of(fewer, "lower").by()).isNegative();
    }

    @Test
    void underSixSessionsNothingIsSaidOfAChangeNorOfTheNoise() {
        Trend.Told told = Trend.of(daily(8, 8, 2, 2, 2), "lower");
        assertThat(told.change()).isEqualTo("too_few");
        assertThat(told.by()).isNull();
        assertThat(told.weeks()).allSatisfy(week -> assertThat(week.low()).isNull());
    }

    @Test
    void weeksBeginOnMondayAndMoreSessionsNarrowTheBand() {
        Trend.Told told = Trend.of(daily(5, 6, 5, 6, 5, 6, 5, 6), "lower");
        assertThat(told.weeks()).extracting(week -> week.week().toString()).containsExactly("2026-03-02", "2026-03-09");
        Trend.Week full = told.weeks().getFirst();
        Trend.Week thin = told.weeks().getLast();
        assertThat(full.sessions()).isEqualTo(7);
        assertThat(full.high() - full.low()).isLessThan(thin.high() - thin.low());
    }

    /** Where nothing changes, hardly ever is a change told: that is what the band is for. */
    @Test
    void chanceAloneIsSeldomTakenForAChange() {
        Random dice = new Random(7);
        int told = 0;
        for (int person = 0; person < 400; person++) {
            double[] values = new double[15];
            for (int i = 0; i < values.length; i++) {
                values[i] = 6 + 2 * dice.nextGaussian();
            }
            told += Trend.of(daily(values), "lower").change().equals("unchanged") ? 0 : 1;
        }
        assertThat(told).isLessThan(40);
    }
}
