package org.sellmeapen.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class PausesTests {

    @Test
    void pausesAreCountedFromAQuarterOfASecond() {
        Heard heard = Sounds.start()
                .silence(1)
                .talk(1, 5)
                .silence(0.21)
                .talk(1, 5)
                .silence(0.6)
                .talk(1, 5)
                .silence(2.4)
                .talk(1, 5)
                .silence(3)
                .heard();
        Pauses pauses = Pauses.of(Spans.gaps(heard.speech()));
        assertThat(pauses.minS()).isEqualTo(0.25);
        assertThat(pauses.count()).isEqualTo(2);
        assertThat(pauses.meanS()).isCloseTo(1.5, within(0.06));
        assertThat(pauses.longestS()).isCloseTo(2.4, within(0.06));
        assertThat(pauses.list().getFirst().startS()).isCloseTo(3.21, within(0.05));
    }

    @Test
    void speechAndPausesMakeUpTheWhole() {
        Heard heard = Sounds.start()
                .talk(1, 5)
                .silence(0.3)
                .talk(2, 9)
                .silence(1.1)
                .talk(1, 4)
                .heard();
        double pauses = Spans.seconds(Pauses.of(Spans.gaps(heard.speech())).list());
        assertThat(Spans.seconds(heard.sounding()) + pauses).isCloseTo(heard.reachS(), within(1e-6));
    }

    @Test
    void exactlyAQuarterOfASecondIsAPause() {
        assertThat(Pauses.of(List.of(new Span(1, 1.25), new Span(2, 2.24))).count())
                .isEqualTo(1);
    }

    @Test
    void withoutAPauseThereIsNoMeanInsteadOfZero() {
        Pauses none = Pauses.of(Spans.gaps(Sounds.start().talk(3, 14).heard().speech()));
        assertThat(none.count()).isZero();
        assertThat(none.meanS()).isNull();
        assertThat(none.longestS()).isNull();
    }
}
