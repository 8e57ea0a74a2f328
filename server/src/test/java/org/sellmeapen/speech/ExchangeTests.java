package org.sellmeapen.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ExchangeTests {

    private static Heard voice(double... edges) {
        List<Span> spans = new java.util.ArrayList<>();
        for (int i = 0; i < edges.length; i += 2) {
            spans.add(new Span(edges[i], edges[i + 1]));
        }
        return new Heard(spans, new double[0], null);
    }

    @Test
    void talkShareCountsTurnsAndNotTheirCommas() {
        Exchange exchange = new Exchange(voice(0, 3, 3.4, 6), voice(7, 9));
        assertThat(exchange.turns(0)).containsExactly(new Span(0, 6));
        assertThat(exchange.talkRatio()).isCloseTo(0.75, within(1e-9));
    }

    @Test
    void aSecondOfSilenceEndsATurn() {
        assertThat(new Exchange(voice(0, 3, 4, 6), voice(7, 9)).turns(0)).hasSize(2);
        assertThat(new Exchange(voice(0, 3, 3.99, 6), voice(7, 9)).turns(0)).hasSize(1);
    }

    @Test
    void aReplyEndsATurnAndANodDoesNot() {
        assertThat(new Exchange(voice(0, 3, 3.9, 6), voice(3.1, 3.6)).turns(0)).hasSize(1);
        assertThat(new Exchange(voice(0, 3, 3.9, 6), voice(2.8, 3.9)).turns(0)).hasSize(2);
    }

    @Test
    void speakingInAndHoldingOnIsAnInterruption() {
        assertThat(new Exchange(voice(0, 5), voice(4.5, 6)).interruptions())
                .containsExactly(new Exchange.Interruption(1, new Span(4.5, 5)));
        assertThat(new Exchange(voice(4.5, 6), voice(0, 5)).interruptions())
                .containsExactly(new Exchange.Interruption(0, new Span(4.5, 5)));
    }

    @Test
    void nodsEagernessAndAnsweringIntoAPauseAreNoInterruptions() {
        assertThat(new Exchange(voice(0, 5), voice(2, 2.9)).interruptions())
                .as("a nod")
                .isEmpty();
        assertThat(new Exchange(voice(0, 5), voice(4.8, 7)).interruptions())
                .as("eager")
                .isEmpty();
        assertThat(new Exchange(voice(0, 5, 5.8, 9), voice(5.3, 7)).interruptions())
                .as("into a pause; it is the other who comes back over it")
                .extracting(Exchange.Interruption::by)
                .containsExactly(0);
        assertThat(new Exchange(voice(0, 5), voice(5.2, 7)).interruptions())
                .as("in turn")
                .isEmpty();
    }

    @Test
    void overlapsAreWhereBothSpeak() {
        assertThat(new Exchange(voice(0, 5, 6, 8), voice(4.5, 6.5)).overlaps())
                .containsExactly(new Span(4.5, 5), new Span(6, 6.5));
    }

    @Test
    void pausesInsideATurnAreToldFromResponseDelays() {
        Exchange exchange = new Exchange(voice(0, 2, 2.5, 4, 9, 10), voice(4.7, 6, 6.9, 8));
        assertThat(exchange.pauses().list()).containsExactly(new Span(2, 2.5), new Span(6, 6.9));
        assertThat(exchange.responseDelays().list()).containsExactly(new Span(4, 4.7), new Span(8, 9));
        assertThat(exchange.pausesOf(0).list()).containsExactly(new Span(2, 2.5));
        assertThat(exchange.pausesOf(1).list()).containsExactly(new Span(6, 6.9));
    }
}
