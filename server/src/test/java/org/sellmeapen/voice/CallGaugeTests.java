package org.sellmeapen.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallGaugeTests extends CallTest {

    private static final int RATE = SpeechGauge.RATE;

    /** Keeps what it hears; each reading is of a little more talk. */
    private static final class KeepingGauge implements SpeechGauge {
        final List<Float> person = new ArrayList<>();
        final List<Float> counterpart = new ArrayList<>();
        final List<String> words = new ArrayList<>();

        boolean breaks;

        @Override
        public void hear(float[] samples, int count) {
            for (int i = 0; i < count; i++) {
                person.add(samples[2 * i]);
                counterpart.add(samples[2 * i + 1]);
            }
        }

        @Override
        public void said(String text) {
            words.add(text);
        }

        @Override
        public Reading reading() {
            if (breaks) {
                throw new IllegalStateException("broken");
            }
            return new Reading((double) person.size() / RATE, null, 0.5, words.isEmpty() ? null : words.size());
        }

        double heardS() {
            return (double) person.size() / RATE;
        }
    }

    private final KeepingGauge gauge = new KeepingGauge();

    private List<ServerMessage.Gauge> told() {
        return wire.all(ServerMessage.Gauge.class);
    }

    private void asks() {
        mind.gauge = gauge;
        opens();
        desk.message(new ClientMessage.Gauge(true));
    }

    @Test
    void whoDidNotAskIsNeitherMeasuredNorTold() {
        mind.gauge = gauge;
        opens();
        pass(6_000);
        assertThat(mind.gaugesAsked).isZero();
        assertThat(gauge.person).isEmpty();
        assertThat(told()).isEmpty();
        assertThat(desk.tape().runs()).isFalse();
    }

    @Test
    void whoAskedIsToldOnceASecondAndNoMore() {
        asks();
        pass(10_000);
        assertThat(mind.gaugesAsked).isEqualTo(1);
        assertThat(told()).hasSizeBetween(6, 10);
        assertThat(told().getLast().talkRatio()).isEqualTo(0.5);
        // What lies further back than theirs can still come, and no more, waits.
        assertThat(gauge.heardS()).isBetween(10 - Tape.LATEST_MS / 1_000.0 - 1.1, 10 - Tape.LATEST_MS / 1_000.0);
        assertThat(desk.tape().records()).isFalse();
    }

    @Test
    void whatHasNotChangedIsNotToldAgain() {
        asks();
        pass(5_000);
        int before = told().size();
        desk.message(new ClientMessage.Mic(ClientMessage.Door.CLOSED, desk.clockMs()));
        loop.pass(10_000);
        assertThat(told()).hasSize(before);
    }

    @Test
    void fillersAreCountedOfWordsThatLeaveNoneOut() {
        ear.verbatim = true;
        asks();
        speaks(1_000, "Um, what do you sell?");
        pass(4_000);
        assertThat(told().getLast().fillers()).isEqualTo(1);
        assertThat(told().getLast().whyNoFillers()).isNull();
        desk.message(new ClientMessage.HeardText("from nowhere", true));
        assertThat(gauge.words).containsExactly("Um, what do you sell?");
    }

    @Test
    void andNotAnyMoreOnceSomeMayHaveBeenLeftOut() {
        asks();
        speaks(1_000, "What do you sell?");
        pass(4_000);
        assertThat(told().getLast().fillers()).isNull();
        assertThat(told().getLast().whyNoFillers()).isEqualTo("not-verbatim");
    }

    @Test
    void whoWantsItNoMoreIsLeftAlone() {
        asks();
        pass(5_000);
        int before = told().size();
        desk.message(new ClientMessage.Gauge(false));
        double heard = gauge.heardS();
        pass(5_000);
        assertThat(told()).hasSize(before);
        assertThat(gauge.heardS()).isEqualTo(heard);
        assertThat(desk.tape().runs()).isFalse();
    }

    @Test
    void oneThatBreaksTakesNothingElseAlong() {
        gauge.breaks = true;
        asks();
        speaks(1_000, "What do you sell?");
        pass(3_000);
        assertThat(told()).isEmpty();
        assertThat(mind.asked).hasSize(1);
        assertThat(wire.closed).isNull();
    }

    @Test
    void aConversationThatHasNoneStaysSilent() {
        opens();
        desk.message(new ClientMessage.Gauge(true));
        pass(5_000);
        assertThat(told()).isEmpty();
        assertThat(mind.gaugesAsked).isEqualTo(1);
    }
}
