package org.sellmeapen.ai.wrappers;

import java.util.concurrent.atomic.AtomicBoolean;
import org.sellmeapen.ai.ModelFailed;
import org.sellmeapen.ai.Recognised;
import org.sellmeapen.ai.SpeechFailed;
import org.sellmeapen.ai.SpeechToText;
import org.sellmeapen.ai.Transcribing;
import org.sellmeapen.ai.TranscriptionListener;
import org.sellmeapen.ai.TranscriptionWish;

/** Opens no stream at a vendor that is in trouble, so that the next one hears; what streams go through goes on record. */
public final class CircuitBreakingEar implements SpeechToText {

    private final SpeechToText ear;
    private final Breaker breaker;

    public CircuitBreakingEar(SpeechToText ear, Breaker breaker) {
        this.ear = ear;
        this.breaker = breaker;
    }

    @Override
    public String id() {
        return ear.id();
    }

    @Override
    public boolean streams() {
        return ear.streams();
    }

    @Override
    public boolean verbatim(String language) {
        return ear.verbatim(language);
    }

    @Override
    public Transcribing open(TranscriptionWish wish, TranscriptionListener listener) throws SpeechFailed {
        try {
            breaker.pass();
        } catch (ModelFailed resting) {
            throw SpeechFailed.of(resting);
        }
        AtomicBoolean known = new AtomicBoolean();
        TranscriptionListener watched = new TranscriptionListener() {
            private boolean late;

            @Override
            public void partial(Recognised text) {
                listener.partial(text);
            }

            @Override
            public void utterance(Recognised text) {
                known.set(true);
                if (!late) {
                    breaker.worked();
                }
                late = false;
                listener.utterance(text);
            }

            @Override
            public void late(SpeechFailed why) {
                known.set(true);
                late = true;
                breaker.failed(why);
                listener.late(why);
            }

            @Override
            public void failed(SpeechFailed why) {
                known.set(true);
                if (!late) {
                    breaker.failed(why);
                }
                late = false;
                listener.failed(why);
            }
        };
        try {
            return new Kept(ear.open(wish, watched), known);
        } catch (SpeechFailed failed) {
            breaker.failed(failed);
            throw failed;
        }
    }

    private final class Kept implements Transcribing {
        private final Transcribing stream;
        private final AtomicBoolean known;

        Kept(Transcribing stream, AtomicBoolean known) {
            this.stream = stream;
            this.known = known;
        }

        @Override
        public void audio(short[] samples, int from, int length) {
            stream.audio(samples, from, length);
        }

        @Override
        public void endOfUtterance() {
            stream.endOfUtterance();
        }

        @Override
        public void nextUtterance() {
            stream.nextUtterance();
        }

        @Override
        public void discard() {
            stream.discard();
        }

        @Override
        public void close() {
            stream.close();
            if (!known.get()) {
                breaker.unknown();
            }
        }
    }
}
