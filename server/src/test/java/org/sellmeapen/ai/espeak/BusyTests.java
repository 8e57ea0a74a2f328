package org.sellmeapen.ai.espeak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sellmeapen.ai.Heard;
import org.sellmeapen.ai.SpeechFailed;
import org.sellmeapen.ai.Utterance;
import org.sellmeapen.ai.VoiceChoice;

@Timeout(60)
class BusyTests {

    private static final Utterance HELLO = new Utterance("Hello.", "en", new VoiceChoice("voice-1", 1, 1));

    /** A way that does not answer until it is let. */
    private static final class Blocked implements Way {
        private final CountDownLatch begun = new CountDownLatch(1);
        private final CountDownLatch go = new CountDownLatch(1);

        @Override
        public String name() {
            return "blocked";
        }

        @Override
        public void warm() {}

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public Clause begin(Order order) {
            begun.countDown();
            return new Clause() {
                @Override
                public Piece next() throws InterruptedException {
                    go.await();
                    return new Piece.End();
                }

                @Override
                public void close() {}
            };
        }

        @Override
        public void close() {}
    }

    private static final class Down implements Way {
        private final boolean ready;
        private int asked;
        private int warmed;

        Down(boolean ready) {
            this.ready = ready;
        }

        @Override
        public String name() {
            return "down";
        }

        @Override
        public void warm() {
            warmed++;
        }

        @Override
        public boolean isReady() {
            return ready;
        }

        @Override
        public Clause begin(Order order) throws SpeechFailed {
            asked++;
            throw SpeechFailed.lasting(RUNS, "not-installed");
        }

        @Override
        public void close() {}
    }

    @Test
    void whoeverComesWhenTooManyWaitIsToldSo() throws Exception {
        Blocked way = new Blocked();
        EspeakTextToSpeech voice = new EspeakTextToSpeech(List.of(way), 1, 0);
        Thread first = Thread.ofVirtual().start(() -> {
            try {
                voice.speak(HELLO, new Heard());
            } catch (SpeechFailed | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        way.begun.await();
        SpeechFailed failed = catchThrowableOfType(SpeechFailed.class, () -> voice.speak(HELLO, new Heard()));
        assertThat(failed.code()).isEqualTo("too-busy");
        assertThat(failed.isPassing()).isTrue();
        way.go.countDown();
        first.join();
        voice.speak(HELLO, new Heard());
    }

    @Test
    void aWayThatIsDownIsPassedOverForTheNext() throws Exception {
        Blocked second = new Blocked();
        second.go.countDown();
        Down first = new Down(true);
        new EspeakTextToSpeech(List.of(first, second), 1, 4).speak(HELLO, new Heard());
        assertThat(first.asked).isEqualTo(1);
        assertThat(second.begun.getCount()).isZero();
    }

    @Test
    void aWayThatIsNotReadyIsWarmedWhileAnotherSpeaks() throws Exception {
        Blocked second = new Blocked();
        second.go.countDown();
        Down first = new Down(false);
        new EspeakTextToSpeech(List.of(first, second), 1, 4).speak(HELLO, new Heard());
        assertThat(first.asked).isZero();
        assertThat(first.warmed).isEqualTo(1);
        assertThat(second.begun.getCount()).isZero();
    }
}
