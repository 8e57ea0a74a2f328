package org.sellmeapen.evals.levels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class IntervalTests {

    @Test
    void wilsonAgreesWithATableOfKnownValues() {
        Interval ten = Interval.ofShare(1, 10);
        assertThat(ten.low()).isCloseTo(0.0179, within(0.0001));
        assertThat(ten.high()).isCloseTo(0.4042, within(0.0001));

        Interval none = Interval.ofShare(0, 100);
        assertThat(none.low()).isZero();
        assertThat(none.high()).isCloseTo(0.0370, within(0.0001));
    }

    @Test
    void pairsGiveTheMeanAndItsNormalInterval() {
        Interval pairs = Interval.ofPairs(List.of(1, 0, 0, 1, -1, 1, 0, 1));

        assertThat(pairs.estimate()).isCloseTo(0.375, within(1e-9));
        assertThat(pairs.high() - pairs.estimate()).isCloseTo(1.959964 * 0.744024 / Math.sqrt(8), within(1e-5));
        assertThat(pairs.aboveZero()).isFalse();
    }

    @Test
    void clustersUseStudentsT() {
        Interval clusters = Interval.ofClusters(List.of(0.1, 0.2, 0.3));

        assertThat(clusters.estimate()).isCloseTo(0.2, within(1e-9));
        assertThat(clusters.high()).isCloseTo(0.2 + 4.303 * 0.1 / Math.sqrt(3), within(1e-6));
    }
}
