package org.sellmeapen.ai.wrappers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sellmeapen.TestClock;
import org.sellmeapen.ai.Recognised;
import org.sellmeapen.ai.SpeechFailed;
import org.sellmeapen.ai.SpeechToText;
import org.sellmeapen.ai.Transcribing;
import org.sellmeapen.ai.TranscriptionListener;
import org.sellmeapen.ai.TranscriptionWish;
import org.sellmeapen.ai.TurnedTime;

class EarWrappersTests {

    private static final TranscriptionWish WISH = new TranscriptionWish("en", 16_000);
    private static final Duration CAP = Duration.ofMillis(800);

    private final TurnedTime time = new TurnedTime();
    private final List<String> told = new ArrayList<>();
    private final Breaker breaker = new Breaker(new TestClock());
    private final Hand hand = new Hand();
    private final SpeechToText ear = new CircuitBreakingEar(new TimedEar(hand, CAP, time), breaker);

    /** Answers when the test says so. */
    private static final class Hand implements SpeechToText {
        private @Nullable TranscriptionListener listener;

        @Override
        public String id() {
            return "hand";
        }

        @Override
        public boolean streams() {
            return true;
        }

        @Override
        public Transcribing open(TranscriptionWish wish, TranscriptionListener to) {
            listener = to;
            return new Transcribing() {
                @Override
                public void audio(short[] samples, int from, int length) {}

                @Override
                public void endOfUtterance() {}

                @Override
                public void nextUtterance() {}

                @Override
                public void discard() {}

                @Override
                public void close() {}
            };
        }

        void says(String text) {
            listener.utterance(new Recognised(text, List.of(), true, 0));
        }
    }

    private Transcribing open() throws SpeechFailed {
        return ear.open(WISH, new TranscriptionListener() {
            @Override
            public void utterance(Recognised text) {
                told.add(text.text());
            }

            @Override
            public void late(SpeechFailed why) {
                told.add("late " + why.code());
            }

            @Override
            public void failed(SpeechFailed why) {
                told.add("failed " + why.code());
            }
        });
    }

    @Test
    void aTextInTimeIsNotLate() throws Exception {
        Transcribing stream = open();
        stream.endOfUtterance();
        time.turn(Duration.ofMillis(799));
        hand.says("one");
        time.turn(CAP);
        assertThat(told).containsExactly("one");
    }

    @Test
    void aLateTextIsToldToBeLateAndComesAllTheSame() throws Exception {
        Transcribing stream = open();
        stream.endOfUtterance();
        time.turn(CAP);
        assertThat(told).containsExactly("late timed-out");
        hand.says("one");
        assertThat(told).containsExactly("late timed-out", "one");
    }

    @Test
    void whoGoesOnIsTimedFromTheirLastEnd() throws Exception {
        Transcribing stream = open();
        stream.endOfUtterance();
        time.turn(Duration.ofMillis(500));
        stream.endOfUtterance();
        time.turn(Duration.ofMillis(500));
        assertThat(told).isEmpty();
        time.turn(Duration.ofMillis(300));
        assertThat(told).containsExactly("late timed-out");
    }

    @Test
    void nobodyWaitsForWhatIsForgottenOrClosed() throws Exception {
        Transcribing stream = open();
        stream.endOfUtterance();
        stream.discard();
        time.turn(CAP);
        stream.endOfUtterance();
        stream.close();
        time.turn(CAP);
        assertThat(told).isEmpty();
    }

    @Test
    void whoIsLateAgainAndAgainIsLeftAloneThoughTheTextsCame() throws Exception {
        Transcribing stream = open();
        for (int k = 0; k < 4; k++) {
            assertThat(breaker.restsBecause()).isNull();
            stream.endOfUtterance();
            time.turn(CAP);
            hand.says("late words");
        }
        assertThat(breaker.restsBecause()).isEqualTo("timed-out");
        assertThatThrownBy(this::open).hasMessage("hand: timed-out");
        assertThat(told.stream().filter("late words"::equals)).hasSize(4);
    }

    @Test
    void oneInTimeBetweenIsAGoodSign() throws Exception {
        Transcribing stream = open();
        for (int k = 0; k < 6; k++) {
            stream.endOfUtterance();
            if (k % 2 == 0) {
                time.turn(CAP);
            }
            hand.says("words");
        }
        assertThat(breaker.restsBecause()).isNull();
    }
}
