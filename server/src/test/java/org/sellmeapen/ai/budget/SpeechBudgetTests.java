package org.sellmeapen.ai.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sellmeapen.ai.Heard;
import org.sellmeapen.ai.Recognised;
import org.sellmeapen.ai.SpeechCoverage;
import org.sellmeapen.ai.SpeechFailed;
import org.sellmeapen.ai.SpeechSink;
import org.sellmeapen.ai.SpeechToText;
import org.sellmeapen.ai.TextToSpeech;
import org.sellmeapen.ai.Told;
import org.sellmeapen.ai.Transcribing;
import org.sellmeapen.ai.TranscriptionListener;
import org.sellmeapen.ai.TranscriptionWish;
import org.sellmeapen.ai.Utterance;
import org.sellmeapen.ai.Voices;
import org.sellmeapen.connections.Purpose;
import org.sellmeapen.kernel.OrganisationId;

class SpeechBudgetTests {

    private static final TranscriptionWish WISH = new TranscriptionWish("en", 16_000);

    private final BudgetedStack.MemoryBook book = new BudgetedStack.MemoryBook();
    private final Purses purses = new Purses(book, Clock.systemUTC());
    private final Account account = new Account(new OrganisationId(new UUID(0, 1)), Purpose.HEAR, "v", "m");

    private long spent() {
        purses.write(true);
        return book.spend(account).spentMicros();
    }

    private static Utterance text(int characters) {
        return new Utterance("a".repeat(characters), "en", Voices.of("ada", "en"));
    }

    /** @param code with which it fails; empty for never */
    private record Voice(boolean sounds, String code) implements TextToSpeech {
        @Override
        public String id() {
            return "v";
        }

        @Override
        public SpeechCoverage covers(String language) {
            return new SpeechCoverage.Spoken(SpeechCoverage.Quality.FULL);
        }

        @Override
        public void speak(Utterance utterance, SpeechSink sink) throws SpeechFailed {
            if (sounds) {
                sink.audio(new short[240], 0, 240);
            }
            if (!code.isEmpty()) {
                throw SpeechFailed.passing("v", code);
            }
        }
    }

    private TextToSpeech mouth(TextToSpeech voice, long cap) {
        return new BudgetedMouth(voice, new SpeechPrice(30), purses.of(account, cap));
    }

    @Test
    void aTextIsPaidByItsCharacters() throws Exception {
        mouth(new Voice(true, ""), 1_000_000).speak(text(100), new Heard());
        assertThat(spent()).isEqualTo(3_000);
    }

    @Test
    void whatBrokeOffIsPaidAndWhatWasRefusedIsNot() {
        assertThatThrownBy(() -> mouth(new Voice(false, "too-busy"), 1_000_000).speak(text(100), new Heard()))
                .hasMessage("v: too-busy");
        assertThat(spent()).isZero();
        assertThatThrownBy(() -> mouth(new Voice(true, "cut-off"), 1_000_000).speak(text(100), new Heard()))
                .hasMessage("v: cut-off");
        assertThat(spent()).isEqualTo(3_000);
    }

    @Test
    void beyondTheCapAVoiceIsNotAsked() throws Exception {
        TextToSpeech mouth = mouth(new Voice(true, ""), 5_000);
        mouth.speak(text(100), new Heard());
        assertThatThrownBy(() -> mouth.speak(text(100), new Heard())).hasMessage("v: budget-spent");
        assertThat(spent()).isEqualTo(3_000);
    }

    private record Ear(boolean streams) implements SpeechToText {
        @Override
        public String id() {
            return "v";
        }

        @Override
        public Transcribing open(TranscriptionWish wish, TranscriptionListener listener) {
            return new Transcribing() {
                @Override
                public void audio(short[] samples, int from, int length) {}

                @Override
                public void endOfUtterance() {
                    listener.utterance(new Recognised("so", java.util.List.of(), true, 0));
                }

                @Override
                public void nextUtterance() {}

                @Override
                public void discard() {}

                @Override
                public void close() {}
            };
        }
    }

    private BudgetedEar ear(boolean streams, long cap) {
        return new BudgetedEar(new Ear(streams), new SpeechPrice(0.006), purses.of(account, cap), Runnable::run);
    }

    private static void say(Transcribing stream, int seconds) {
        stream.audio(new short[16_000 * seconds], 0, 16_000 * seconds);
    }

    @Test
    void aStreamIsPaidByWhatIsPushedOnce() throws Exception {
        Transcribing stream = ear(true, 1_000_000).open(WISH, new Told());
        say(stream, 10);
        stream.endOfUtterance();
        say(stream, 10);
        stream.endOfUtterance();
        say(stream, 10);
        stream.close();
        stream.close();
        assertThat(spent()).isEqualTo(3_000);
        assertThat(book.spend(account).takenMicros()).isEqualTo(3_000);
    }

    @Test
    void whoIsAskedWithWholeUtterancesIsPaidForEachQuestion() throws Exception {
        Transcribing stream = ear(false, 1_000_000).open(WISH, new Told());
        say(stream, 10);
        stream.endOfUtterance();
        say(stream, 10);
        stream.endOfUtterance();
        stream.nextUtterance();
        say(stream, 10);
        stream.discard();
        stream.close();
        assertThat(spent()).isEqualTo(1_000 + 2_000);
        assertThat(book.spend(account).answers()).isEqualTo(2);
    }

    @Test
    void beyondTheCapAnEarSaysSoAndIsNotAsked() throws Exception {
        BudgetedEar ear = ear(false, 10_000);
        assertThat(ear.affords()).isTrue();
        Told told = new Told();
        Transcribing stream = ear.open(WISH, told);
        say(stream, 60);
        stream.endOfUtterance();
        assertThat(told.text().text()).isEqualTo("so");
        stream.endOfUtterance();
        assertThat(told.failure()).hasMessage("v: budget-spent");
        stream.close();
        assertThat(ear.affords()).isFalse();
        assertThat(spent()).isEqualTo(6_000);
        assertThat(book.spend(account).takenMicros()).isEqualTo(6_000);
    }
}
