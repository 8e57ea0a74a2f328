package org.sellmeapen.ai.wrappers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sellmeapen.ai.Heard;
import org.sellmeapen.ai.SpeechCoverage;
import org.sellmeapen.ai.SpeechFailed;
import org.sellmeapen.ai.SpeechSink;
import org.sellmeapen.ai.SpeechToText;
import org.sellmeapen.ai.TextToSpeech;
import org.sellmeapen.ai.Told;
import org.sellmeapen.ai.Transcribing;
import org.sellmeapen.ai.TranscriptionListener;
import org.sellmeapen.ai.TranscriptionWish;
import org.sellmeapen.ai.TurnedTime;
import org.sellmeapen.ai.Utterance;
import org.sellmeapen.ai.Viseme;
import org.sellmeapen.ai.Voices;

class MouthWrappersTests {

    private static final Utterance CLAUSE = new Utterance("Good morning.", "en", Voices.of("ada", "en"));
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final TurnedTime time = new TurnedTime();

    /** What a voice does when it is asked. */
    private interface Part {
        void speak(SpeechSink sink) throws SpeechFailed, InterruptedException;
    }

    private static final class Voice implements TextToSpeech {
        private final String id;
        private final Part part;
        private final AtomicInteger asked = new AtomicInteger();

        Voice(String id, Part part) {
            this.id = id;
            this.part = part;
        }

        @Override
        public String id() {
            return id;
        }

        @Override
        public SpeechCoverage covers(String language) {
            return new SpeechCoverage.Spoken(SpeechCoverage.Quality.FULL);
        }

        @Override
        public SpeechCoverage covers(String language, String text) {
            return id.equals("blind") ? new SpeechCoverage.NotSpoken("kanji-not-spoken", "") : covers(language);
        }

        @Override
        public void speak(Utterance utterance, SpeechSink sink) throws SpeechFailed, InterruptedException {
            asked.incrementAndGet();
            part.speak(sink);
        }
    }

    private static Voice speaks(int ms) {
        return new Voice("speaks", sink -> sink.audio(new short[24 * ms], 0, 24 * ms));
    }

    private static Voice fails(String code) {
        return new Voice("fails", _ -> {
            throw SpeechFailed.passing("fails", code);
        });
    }

    @Test
    void theNextSpeaksWhereTheFirstCannotBegin() throws Exception {
        Heard heard = new Heard();
        new FallingBackMouth(List.of(fails("unreachable"), speaks(40))).speak(CLAUSE, heard);
        assertThat(heard.ms()).isEqualTo(40);
    }

    @Test
    void marksOfWhoNeverSoundedAreNotTold() throws Exception {
        Voice marks = new Voice("marks", sink -> {
            sink.viseme(0, Viseme.PP);
            sink.word(0, 0, 4);
            throw SpeechFailed.passing("marks", "cut-off");
        });
        Voice second = new Voice("second", sink -> {
            sink.word(0, 0, 4);
            sink.audio(new short[240], 0, 240);
            sink.word(5, 5, 9);
        });
        Heard heard = new Heard();
        new FallingBackMouth(List.of(marks, second)).speak(CLAUSE, heard);
        assertThat(heard.shapes).isEmpty();
        assertThat(heard.words).containsExactly(new Heard.Word(0, 0, 4), new Heard.Word(5, 5, 9));
    }

    @Test
    void onceThereWasSoundNobodyElseBegins() {
        Voice breaks = new Voice("breaks", sink -> {
            sink.audio(new short[240], 0, 240);
            throw SpeechFailed.passing("breaks", "cut-off");
        });
        Voice second = speaks(40);
        Heard heard = new Heard();
        assertThatThrownBy(() -> new FallingBackMouth(List.of(breaks, second)).speak(CLAUSE, heard))
                .hasMessage("breaks: cut-off");
        assertThat(heard.ms()).isEqualTo(10);
        assertThat(second.asked).hasValue(0);
    }

    @Test
    void aTextIsCoveredWhereAnyoneCanSayIt() {
        Voice blind = new Voice("blind", _ -> {});
        assertThat(new FallingBackMouth(List.of(blind)).covers("ja", "漢字"))
                .isInstanceOf(SpeechCoverage.NotSpoken.class);
        assertThat(new FallingBackMouth(List.of(blind, speaks(1))).covers("ja", "漢字"))
                .isInstanceOf(SpeechCoverage.Spoken.class);
    }

    @Test
    void whoIsSilentTooLongIsEndedAndTheNextSpeaks() throws Exception {
        CountDownLatch gone = new CountDownLatch(1);
        Voice silent = new Voice("silent", _ -> {
            try {
                new CountDownLatch(1).await();
            } finally {
                gone.countDown();
            }
        });
        TextToSpeech timed = new TimedOutMouth(silent, SECOND, SECOND.multipliedBy(9), time);
        Heard heard = new Heard();
        Thread speaking =
                speakingBeside(new FallingBackMouth(List.of(timed, speaks(40))), heard, new AtomicReference<>());
        time.awaitPlanned(2);
        time.turn(SECOND);
        gone.await();
        speaking.join();
        assertThat(heard.ms()).isEqualTo(40);
    }

    @Test
    void whoBeganHasTheTimeOfTheWhole() throws Exception {
        CountDownLatch began = new CountDownLatch(1);
        Voice slow = new Voice("slow", sink -> {
            sink.audio(new short[240], 0, 240);
            began.countDown();
            new CountDownLatch(1).await();
        });
        AtomicReference<@Nullable Exception> ended = new AtomicReference<>();
        Heard heard = new Heard();
        Thread speaking = speakingBeside(new TimedOutMouth(slow, SECOND, SECOND.multipliedBy(9), time), heard, ended);
        began.await();
        time.turn(SECOND.multipliedBy(8));
        assertThat(ended.get()).isNull();
        time.turn(SECOND);
        speaking.join();
        assertThat(ended.get()).hasMessage("slow: timed-out");
        assertThat(heard.ms()).isEqualTo(10);
    }

    private static Thread speakingBeside(
            TextToSpeech voice, SpeechSink sink, AtomicReference<@Nullable Exception> ended) {
        return Thread.ofVirtual().start(() -> {
            try {
                voice.speak(CLAUSE, sink);
            } catch (SpeechFailed | InterruptedException why) {
                ended.set(why);
            }
        });
    }

    @Test
    void aVoiceInTroubleIsLeftAloneButNotForATextItCannotSay() throws Exception {
        Voice broken = fails("vendor-trouble");
        TextToSpeech watched = new CircuitBreakingMouth(broken, new Breaker(Clock.systemUTC()));
        for (int n = 0; n < 10; n++) {
            assertThatThrownBy(() -> watched.speak(CLAUSE, new Heard())).hasMessage("fails: vendor-trouble");
        }
        assertThat(broken.asked.get()).isEqualTo(4);
        Voice picky = fails("text-too-long");
        TextToSpeech other = new CircuitBreakingMouth(picky, new Breaker(Clock.systemUTC()));
        for (int n = 0; n < 10; n++) {
            assertThatThrownBy(() -> other.speak(CLAUSE, new Heard())).hasMessage("fails: text-too-long");
        }
        assertThat(picky.asked.get()).isEqualTo(10);
    }

    @Test
    void anEarInTroubleIsNotOpenedAgain() throws Exception {
        AtomicReference<@Nullable TranscriptionListener> inside = new AtomicReference<>();
        SpeechToText ear = new SpeechToText() {
            @Override
            public String id() {
                return "ear";
            }

            @Override
            public boolean streams() {
                return false;
            }

            @Override
            public Transcribing open(TranscriptionWish wish, TranscriptionListener listener) {
                inside.set(listener);
                return new Deaf();
            }
        };
        SpeechToText watched = new CircuitBreakingEar(ear, new Breaker(Clock.systemUTC()));
        TranscriptionWish wish = new TranscriptionWish("en", 16_000);
        Told told = new Told();
        watched.open(wish, told);
        TranscriptionListener listener = inside.get();
        assertThat(listener).isNotNull();
        if (listener != null) {
            listener.failed(SpeechFailed.lasting("ear", "key-refused"));
        }
        assertThat(told.failure()).hasMessage("ear: key-refused");
        assertThatThrownBy(() -> watched.open(wish, told)).hasMessage("ear: key-refused");
    }

    private static final class Deaf implements Transcribing {
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
    }
}
