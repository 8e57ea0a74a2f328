package org.sellmeapen.coaching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DrillbookTests {

    @Test
    void whatHasTwoBoundsIsLostAsFarBeyondTheOneAsBeyondTheOther() {
        Drillbook.Check pause = new Drillbook.Check("mean_pause_s", 0.4, 1.2, 0.1, 30, "mean pause, seconds");
        assertThat(pause.share(0.1)).isZero();
        assertThat(pause.share(0.25)).isCloseTo(0.5, within(1e-9));
        assertThat(pause.share(0.4)).isEqualTo(1);
        assertThat(pause.share(1.2)).isEqualTo(1);
        assertThat(pause.share(1.35)).isCloseTo(0.5, within(1e-9));
        assertThat(pause.share(1.5)).isCloseTo(0, within(1e-9));
        Drillbook.Check pace = new Drillbook.Check("pace_of_fast", 0.5, 0.85, 1.15, 60, "pace");
        assertThat(pace.share(1.0)).isCloseTo(0.5, within(1e-9));
        assertThat(pace.share(0.35)).isCloseTo(0.5, within(1e-9));
        assertThat(pace.share(0.2)).isCloseTo(0, within(1e-9));
    }

    @Test
    void whatHasOneBoundIsLostWhereItSays() {
        Drillbook.Check fillers = new Drillbook.Check("fillers_per_minute", null, 1.0, 6, 40, "fillers a minute");
        assertThat(fillers.share(0)).isEqualTo(1);
        assertThat(fillers.share(3.5)).isCloseTo(0.5, within(1e-9));
        assertThat(fillers.share(7)).isZero();
    }
}
