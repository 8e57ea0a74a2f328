package org.sellmeapen.ai.sound;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.ai.Recognised;
import org.sellmeapen.ai.SampleBuffer;
import org.sellmeapen.ai.SpeechFailed;
import org.sellmeapen.ai.Telling;
import org.sellmeapen.ai.Timing;
import org.sellmeapen.ai.Transcribing;
import org.sellmeapen.ai.TranscriptionListener;
import org.sellmeapen.ai.TranscriptionWish;

/**
 * An utterance that is uploaded when its text is asked for; whole again when it went on, which is what makes the text good.
 */
public final class FileTranscribing implements Transcribing {

    /** At which uploads are made: whisper.cpp reads no other, and no recogniser hears more in a higher one. */
    public static final int RATE = 16_000;

    private static final int SHORTEST_MS = 100; // shorter ones are refused by some
    private static final int LONGEST_S = 240;
    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(30);

    /** Uploads samples at {@link #RATE} and reads the answer. Interrupting the thread closes the connection. */
    @FunctionalInterface
    public interface Ear {
        Recognised hear(short[] samples, String language, int audioMs) throws SpeechFailed, InterruptedException;
    }

    private final String provider;
    private final TranscriptionWish wish;
    private final TranscriptionListener listener;
    private final Ear ear;
    private final @Nullable Timing timing;
    private final Telling telling = new Telling();
    private final Set<Asked> due = new HashSet<>();
    private SampleBuffer utterance;
    private @Nullable Asked latest;
    private boolean closed;

    /** An ear that sees itself that an answer comes in time. */
    public FileTranscribing(TranscriptionWish wish, TranscriptionListener listener, Ear ear) {
        this("", wish, listener, ear, null);
    }

    /** An answer that does not come in time is given up, and its connection with it. */
    public FileTranscribing(
            String provider, TranscriptionWish wish, TranscriptionListener listener, Ear ear, @Nullable Timing timing) {
        this.provider = provider;
        this.wish = wish;
        this.listener = listener;
        this.ear = ear;
        this.timing = timing;
        this.utterance = empty();
    }

    private SampleBuffer empty() {
        return new SampleBuffer(LONGEST_S * wish.sampleRate());
    }

    @Override
    public void audio(short[] samples, int from, int length) {
        short[] copy = Arrays.copyOfRange(samples, from, from + length);
        telling.run(() -> utterance.add(copy, 0, copy.length));
    }

    @Override
    public void endOfUtterance() {
        telling.run(() -> {
            giveUp(latest);
            if (closed) {
                return;
            }
            int audioMs = (int) ((long) utterance.length() * 1_000 / wish.sampleRate());
            if (audioMs < SHORTEST_MS) {
                listener.utterance(new Recognised("", List.of(), true, audioMs));
                return;
            }
            Asked asked = new Asked();
            short[] samples = utterance.toArray();
            latest = asked;
            due.add(asked);
            asked.thread = Thread.startVirtualThread(() -> work(asked, samples, audioMs));
            if (timing != null) {
                asked.inTime = timing.after(ANSWERED_WITHIN, () -> telling.run(() -> late(asked)));
            }
        });
    }

    private void late(Asked asked) {
        if (due.contains(asked)) {
            giveUp(asked);
            listener.failed(SpeechFailed.passing(provider, "timed-out"));
        }
    }

    private void work(Asked asked, short[] samples, int audioMs) {
        try {
            Recognised text =
                    ear.hear(SampleBuffer.resampled(samples, wish.sampleRate(), RATE), wish.language(), audioMs);
            answer(asked, () -> listener.utterance(text));
        } catch (SpeechFailed e) {
            answer(asked, () -> listener.failed(e));
        } catch (InterruptedException _) {
            // given up
        }
    }

    private void answer(Asked asked, Runnable tell) {
        telling.run(() -> {
            if (due.remove(asked)) {
                asked.settled();
                tell.run();
            }
        });
    }

    private void giveUp(@Nullable Asked asked) {
        if (asked != null && due.remove(asked)) {
            asked.settled();
            if (asked.thread != null) {
                asked.thread.interrupt();
            }
        }
    }

    @Override
    public void nextUtterance() {
        telling.run(() -> {
            utterance = empty();
            latest = null;
        });
    }

    @Override
    public void discard() {
        telling.run(() -> {
            giveUp(latest);
            utterance = empty();
            latest = null;
        });
    }

    @Override
    public void close() {
        telling.run(() -> {
            closed = true;
            Set.copyOf(due).forEach(this::giveUp);
            utterance = empty();
        });
    }

    private static final class Asked {
        private @Nullable Thread thread;
        private @Nullable Runnable inTime;

        /** Nobody waits any more. */
        void settled() {
            if (inTime != null) {
                inTime.run();
            }
        }
    }
}
