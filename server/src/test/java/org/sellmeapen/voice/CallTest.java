package org.sellmeapen.voice;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.ai.Recognised;
import org.sellmeapen.ai.RecognisedWord;
import org.sellmeapen.ai.SpeechCoverage;
import org.sellmeapen.ai.SpeechFailed;
import org.sellmeapen.ai.SpeechSink;
import org.sellmeapen.ai.SpeechToText;
import org.sellmeapen.ai.TextToSpeech;
import org.sellmeapen.ai.Transcribing;
import org.sellmeapen.ai.TranscriptionListener;
import org.sellmeapen.ai.TranscriptionWish;
import org.sellmeapen.ai.Utterance;
import org.sellmeapen.ai.VoiceChoice;
import org.sellmeapen.kernel.OrganisationId;
import org.sellmeapen.kernel.PersonId;

/** A call with everything in it but sockets, devices, vendors and a clock on the wall. */
abstract class CallTest {

    /** Says what the test puts into it, when the test says so. */
    static final class HandEar implements SpeechToText {
        final List<String> texts = new ArrayList<>();

        @Nullable
        TranscriptionListener listener;

        @Nullable
        SpeechFailed failure;

        boolean closed;
        boolean verbatim;
        final List<RecognisedWord> words = new ArrayList<>();
        int heldBack;
        int pushed;

        @Override
        public String id() {
            return "hand";
        }

        @Override
        public boolean streams() {
            return false;
        }

        @Override
        public boolean verbatim(String language) {
            return verbatim;
        }

        @Override
        public Transcribing open(TranscriptionWish wish, TranscriptionListener to) {
            listener = to;
            return new Transcribing() {
                @Override
                public void audio(short[] samples, int from, int length) {
                    pushed += length;
                }

                @Override
                public void endOfUtterance() {
                    if (failure != null) {
                        to.failed(failure);
                    } else if (heldBack > 0) {
                        heldBack--;
                    } else {
                        to.utterance(new Recognised(texts.isEmpty() ? "" : texts.getFirst(), words, true, 0));
                    }
                }

                @Override
                public void nextUtterance() {
                    texts.removeFirst();
                }

                @Override
                public void discard() {
                    if (!texts.isEmpty()) {
                        texts.removeFirst();
                    }
                }

                @Override
                public void close() {
                    closed = true;
                }
            };
        }
    }

    /** Speaks 50 ms of sound for each letter. */
    static final class LetterMouth implements TextToSpeech {
        static final int MS_A_LETTER = 50;
        final List<String> spoken = new ArrayList<>();

        @Nullable
        SpeechFailed failure;

        @Override
        public String id() {
            return "letters";
        }

        @Override
        public SpeechCoverage covers(String language) {
            return new SpeechCoverage.Spoken(SpeechCoverage.Quality.PREVIEW);
        }

        @Override
        public void speak(Utterance utterance, SpeechSink sink) throws SpeechFailed {
            if (failure != null) {
                throw failure;
            }
            spoken.add(utterance.text());
            short[] letter = new short[TextToSpeech.RATE * MS_A_LETTER / 1000];
            for (int k = 0; k < utterance.text().length(); k++) {
                sink.audio(letter, 0, letter.length);
            }
        }
    }

    final HandLoop loop = new HandLoop();
    final RecordingWire wire = new RecordingWire();
    final PlannedMind mind = new PlannedMind();
    final HandEar ear = new HandEar();
    final LetterMouth mouth = new LetterMouth();
    final List<SpeechToText> ears = new ArrayList<>(List.of(ear));
    final List<TextToSpeech> mouths = new ArrayList<>(List.of(mouth));
    final List<Stages> stages = new ArrayList<>();
    String activity = "browser";
    int patienceMs = 1_500;
    int interruptsAfterMs;
    Tape.@Nullable Tracks tracks;
    Activity.Opener detector = rate -> (samples, length, started, stopped) -> {};
    Desk desk = desk();
    private final ByteBuf silence = Unpooled.buffer(640).writeZero(640);

    final Desk desk() {
        Call call = new Call(
                new UUID(0, 1),
                new Caller(new OrganisationId(new UUID(0, 2)), new PersonId(new UUID(0, 3)), new UUID(0, 4), null),
                true,
                new UUID(0, 5),
                new VoiceBrief("en", "Ada", "buyer", patienceMs, interruptsAfterMs, 0, "", null, activity),
                0,
                16_000);
        Equipment equipment = new Equipment(
                mind,
                List.of(),
                ears,
                null,
                mouths,
                "preview",
                null,
                new VoiceChoice("a", 1, 1),
                rate -> detector.open(rate));
        return new Desk(
                call,
                loop,
                wire,
                mind,
                new Tape(tracks, 16_000),
                made -> new Pipeline(made, equipment, new StageWatch(loop, stages::add)));
    }

    void opens(ClientMessage.Hello hello) {
        desk = desk();
        desk.open();
        desk.message(hello);
    }

    void opens() {
        opens(new ClientMessage.Hello(null, null, null, true));
    }

    /** Time passes while the microphone sends. */
    void pass(long ms) {
        for (long done = 0; done < ms; done += 20) {
            desk.audio(silence);
            loop.pass(20);
        }
    }

    void speaks(long ms, String what) {
        ear.texts.add(what);
        started();
        pass(ms);
        stopped();
    }

    void started() {
        desk.message(new ClientMessage.Speech(ClientMessage.Edge.STARTED, desk.clockMs()));
    }

    void stopped() {
        desk.message(new ClientMessage.Speech(ClientMessage.Edge.STOPPED, desk.clockMs()));
    }

    List<String> captions() {
        return wire.all(ServerMessage.Clause.class).stream()
                .map(ServerMessage.Clause::text)
                .toList();
    }
}
