package org.sellmeapen.ai.wrappers;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.ai.Recognised;
import org.sellmeapen.ai.SpeechFailed;
import org.sellmeapen.ai.SpeechToText;
import org.sellmeapen.ai.Telling;
import org.sellmeapen.ai.Timing;
import org.sellmeapen.ai.Transcribing;
import org.sellmeapen.ai.TranscriptionListener;
import org.sellmeapen.ai.TranscriptionWish;

/**
 * Says when a text takes longer than it may, from the end of what was said to its last text. Nothing is given up for that: how
 * long an ear that fails is waited for is its own affair.
 */
public final class TimedEar implements SpeechToText {

    private final SpeechToText ear;
    private final Duration text;
    private final Timing timing;

    public TimedEar(SpeechToText ear, Duration text, Timing timing) {
        this.ear = ear;
        this.text = text;
        this.timing = timing;
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
    public Transcribing open(TranscriptionWish wish, TranscriptionListener listener) throws SpeechFailed {
        Watch watch = new Watch(listener);
        return new Watched(ear.open(wish, watch), watch);
    }

    /** One stream's; told one thing at a time, whichever thread it comes on. */
    private final class Watch implements TranscriptionListener {
        private final TranscriptionListener listener;
        private final Telling telling = new Telling();
        private @Nullable Runnable timer;
        private int asked;
        private boolean over;

        Watch(TranscriptionListener listener) {
            this.listener = listener;
        }

        void asked() {
            telling.run(() -> {
                stop();
                if (!over) {
                    int question = ++asked;
                    timer = timing.after(text, () -> telling.run(() -> late(question)));
                }
            });
        }

        private void late(int question) {
            if (timer != null && question == asked) {
                timer = null;
                listener.late(SpeechFailed.passing(id(), "timed-out"));
            }
        }

        /** Nobody waits any more. */
        void forgotten() {
            telling.run(this::stop);
        }

        void over() {
            telling.run(() -> {
                over = true;
                stop();
            });
        }

        private void stop() {
            Runnable plan = timer;
            timer = null;
            if (plan != null) {
                plan.run();
            }
        }

        @Override
        public void partial(Recognised sofar) {
            telling.run(() -> listener.partial(sofar));
        }

        @Override
        public void utterance(Recognised whole) {
            telling.run(() -> {
                stop();
                listener.utterance(whole);
            });
        }

        @Override
        public void late(SpeechFailed why) {
            telling.run(() -> listener.late(why));
        }

        @Override
        public void failed(SpeechFailed why) {
            telling.run(() -> {
                stop();
                listener.failed(why);
            });
        }
    }

    private static final class Watched implements Transcribing {
        private final Transcribing stream;
        private final Watch watch;

        Watched(Transcribing stream, Watch watch) {
            this.stream = stream;
            this.watch = watch;
        }

        @Override
        public void audio(short[] samples, int from, int length) {
            stream.audio(samples, from, length);
        }

        @Override
        public void endOfUtterance() {
            watch.asked();
            stream.endOfUtterance();
        }

        @Override
        public void nextUtterance() {
            stream.nextUtterance();
        }

        @Override
        public void discard() {
            watch.forgotten();
            stream.discard();
        }

        @Override
        public void close() {
            watch.over();
            stream.close();
        }
    }
}
