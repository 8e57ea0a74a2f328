package org.sellmeapen.ai;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What every ear does. Behind it stands something that understands {@link #FIRST} in the first utterance and
 * {@link #SECOND} in the second, whatever the samples are.
 */
@Timeout(60)
public abstract class SpeechToTextContract {

    protected static final String FIRST = "good morning what do you write with";
    protected static final String SECOND = "that is a fair price";
    protected static final int RATE = 16_000;

    protected final Told told = new Told();

    /** A new one, and what stands behind it understanding anew. */
    protected abstract SpeechToText ear() throws Exception;

    protected Transcribing open() throws Exception {
        return ear().open(new TranscriptionWish("en-GB", RATE), told);
    }

    /** So much of a tone, in frames of 20 ms. */
    protected static void say(Transcribing stream, int ms) {
        short[] frame = new short[RATE / 50];
        for (int at = 0; at < ms; at += 20) {
            for (int i = 0; i < frame.length; i++) {
                frame[i] = (short) (8_000 * Math.sin(2 * Math.PI * 220 * (at * 16 + i) / RATE));
            }
            stream.audio(frame, 0, frame.length);
        }
    }

    @Test
    void anUtteranceIsAnsweredOnceWithItsWholeTextAndLength() throws Exception {
        try (Transcribing stream = open()) {
            say(stream, 2_000);
            stream.endOfUtterance();
            Recognised text = told.text();
            assertThat(text.text()).isEqualTo(FIRST);
            assertThat(text.last()).isTrue();
            assertThat(text.audioMs()).isEqualTo(2_000);
        }
        assertThat(told.waiting()).isZero();
        assertThat(told.toldAtOnce).isFalse();
    }

    @Test
    void wordsLieInsideTheUtteranceAndInOrder() throws Exception {
        try (Transcribing stream = open()) {
            say(stream, 2_000);
            stream.endOfUtterance();
            List<RecognisedWord> words = told.text().words();
            assertThat(words).isNotEmpty().allSatisfy(word -> {
                assertThat(word.startMs()).isBetween(0, 2_000);
                assertThat(word.endMs()).isBetween(word.startMs(), 2_000);
                assertThat(word.text()).isNotBlank();
            });
            assertThat(words).isSortedAccordingTo((a, b) -> Integer.compare(a.startMs(), b.startMs()));
        }
    }

    @Test
    void theNextUtteranceIsAnother() throws Exception {
        try (Transcribing stream = open()) {
            say(stream, 2_000);
            stream.endOfUtterance();
            assertThat(told.text().text()).isEqualTo(FIRST);
            stream.nextUtterance();
            say(stream, 1_000);
            stream.endOfUtterance();
            Recognised second = told.text();
            assertThat(second.text()).isEqualTo(SECOND);
            assertThat(second.audioMs()).isEqualTo(1_000);
        }
    }

    @Test
    void aQuestionAtACandidateEndMayBeAskedAgainLater() throws Exception {
        try (Transcribing stream = open()) {
            say(stream, 1_000);
            stream.endOfUtterance();
            assertThat(told.text().audioMs()).isEqualTo(1_000);
            say(stream, 1_000);
            stream.endOfUtterance();
            Recognised whole = told.text();
            assertThat(whole.audioMs()).isEqualTo(2_000);
            assertThat(whole.text()).startsWith("good");
        }
    }

    @Test
    void anAnswerThatIsDueComesAlthoughTheNextUtteranceBegan() throws Exception {
        try (Transcribing stream = open()) {
            say(stream, 2_000);
            stream.endOfUtterance();
            stream.nextUtterance();
            say(stream, 100);
            assertThat(told.text().text()).isEqualTo(FIRST);
        }
    }

    @Test
    void whereNothingWasSaidTheAnswerIsEmptyAndAtOnce() throws Exception {
        try (Transcribing stream = open()) {
            stream.endOfUtterance();
            assertThat(told.text().text()).isEmpty();
        }
    }

    @Test
    void whatWasDiscardedIsNotAnswered() throws Exception {
        try (Transcribing stream = open()) {
            say(stream, 400);
            stream.endOfUtterance();
            stream.discard();
            int answeredBefore = told.waiting(); // one that was quicker than the discard is no fault
            say(stream, 2_000);
            stream.endOfUtterance();
            Recognised text = told.text();
            if (answeredBefore == 1) {
                text = told.text();
            }
            assertThat(text.audioMs()).isEqualTo(2_000);
        }
    }

    @Test
    void nothingIsToldAfterTheClose() throws Exception {
        Transcribing stream = open();
        say(stream, 1_000);
        stream.close();
        stream.close();
        stream.audio(new short[320], 0, 320);
        stream.endOfUtterance();
        stream.nextUtterance();
        stream.discard();
        assertThat(told.waiting()).isZero();
    }

    @Test
    void theArrayMayBeUsedAgainAtOnce() throws Exception {
        try (Transcribing stream = open()) {
            short[] frame = new short[RATE / 50];
            for (int i = 0; i < 100; i++) {
                java.util.Arrays.fill(frame, (short) i);
                stream.audio(frame, 0, frame.length);
            }
            java.util.Arrays.fill(frame, (short) -1);
            stream.endOfUtterance();
            assertThat(told.text().audioMs()).isEqualTo(2_000);
        }
        arrived(List.of((short) 0, (short) 99));
    }

    /** Where what arrived can be looked at, its first and last sample. */
    protected void arrived(List<Short> firstAndLast) {}
}
