package org.sellmeapen.ai.espeak;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.sellmeapen.ai.SpeechFailed;
import org.sellmeapen.ai.SpeechSink;
import org.sellmeapen.ai.TextToSpeech;
import org.sellmeapen.audio.Resampled;
import org.sellmeapen.audio.SampleStream;

/**
 * Brings a clause to the sink while it is made: silence before it cut away, silence behind it evened to what lies between
 * clauses of connected speech, resampled, with its times moved accordingly.
 */
final class SpokenClause implements SampleStream {

    /** What is left behind a clause; eSpeak NG leaves about 330 ms, which sounds like a list being read. */
    static final int PAUSE_MS = 120;

    private static final int QUIET = 150;
    private static final int KEPT_BEFORE = Way.RATE / 200;
    private static final int BLOCK = TextToSpeech.RATE / 50;

    private final Clause clause;
    private final Speakable text;
    private final SpeechSink sink;
    private final VisemeTrack visemes;

    private final Deque<short[]> ready = new ArrayDeque<>();
    private int readyAt;
    private final List<Piece> beforeFirst = new ArrayList<>();
    private short[] quiet = new short[4_096];
    private int quietLength;
    private boolean sounded;
    private boolean ended;
    private long cut;
    private int cutMs;
    private long released;

    SpokenClause(Clause clause, Speakable text, SpeechSink sink) {
        this.clause = clause;
        this.text = text;
        this.sink = sink;
        this.visemes = new VisemeTrack(sink);
    }

    void speak() throws SpeechFailed, InterruptedException {
        try (SampleStream stream = Resampled.to(TextToSpeech.RATE, this)) {
            float[] block = new float[BLOCK];
            short[] samples = new short[BLOCK];
            for (int n = stream.read(block); n > 0; n = stream.read(block)) {
                for (int i = 0; i < n; i++) {
                    samples[i] = (short) Math.clamp(Math.round(block[i] * 32_768f), Short.MIN_VALUE, Short.MAX_VALUE);
                }
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                sink.audio(samples, 0, n);
            }
        } catch (Carried carried) {
            throw carried.failure;
        } catch (Stopped _) {
            throw new InterruptedException();
        } catch (IOException e) {
            throw new IllegalStateException(e); // nothing here reads a file
        }
    }

    @Override
    public int rate() {
        return Way.RATE;
    }

    @Override
    public int channels() {
        return 1;
    }

    @Override
    public int read(float[] into) throws IOException {
        while (ready.isEmpty() && !ended) {
            try {
                take(clause.next());
            } catch (SpeechFailed e) {
                throw new Carried(e);
            } catch (InterruptedException e) {
                throw new Stopped();
            }
        }
        short[] samples = ready.peek();
        if (samples == null) {
            return 0;
        }
        int n = Math.min(into.length, samples.length - readyAt);
        for (int i = 0; i < n; i++) {
            into[i] = samples[readyAt + i] / 32_768f;
        }
        readyAt += n;
        if (readyAt == samples.length) {
            ready.remove();
            readyAt = 0;
        }
        return n;
    }

    @Override
    public void close() {
        clause.close();
    }

    private void take(Piece piece) {
        switch (piece) {
            case Piece.Samples samples -> samples(samples.samples());
            case Piece.Phoneme _, Piece.Word _ -> {
                if (sounded) {
                    tell(piece);
                } else {
                    beforeFirst.add(piece);
                }
            }
            case Piece.End _ -> end();
        }
    }

    private void tell(Piece piece) {
        switch (piece) {
            case Piece.Phoneme phoneme -> visemes.phoneme(Math.max(0, phoneme.atMs() - cutMs), phoneme.ipa());
            case Piece.Word word -> {
                int from = text.origin(word.from());
                int to = text.originEnd(word.to());
                if (to > from) {
                    sink.word(Math.max(0, word.atMs() - cutMs), from, to);
                }
            }
            case Piece.Samples _, Piece.End _ -> {}
        }
    }

    private void samples(short[] samples) {
        int from = 0;
        if (!sounded) {
            int first = 0;
            while (first < samples.length && isQuiet(samples[first])) {
                first++;
            }
            if (first == samples.length) {
                cut += first;
                return;
            }
            from = Math.max(0, first - KEPT_BEFORE);
            cutMs = (int) ((cut + from) * 1_000 / Way.RATE);
            sounded = true;
            beforeFirst.forEach(this::tell);
        }
        int end = samples.length;
        while (end > from && isQuiet(samples[end - 1])) {
            end--;
        }
        if (end > from) {
            short[] out = Arrays.copyOf(quiet, quietLength + end - from);
            System.arraycopy(samples, from, out, quietLength, end - from);
            quietLength = 0;
            release(out);
        }
        hold(samples, Math.max(from, end), samples.length);
    }

    private void hold(short[] samples, int from, int to) {
        if (quietLength + to - from > quiet.length) {
            quiet = Arrays.copyOf(quiet, 2 * (quietLength + to - from));
        }
        System.arraycopy(samples, from, quiet, quietLength, to - from);
        quietLength += to - from;
    }

    private void end() {
        ended = true;
        if (sounded) {
            int pause = Way.RATE * PAUSE_MS / 1_000;
            short[] last = new short[pause];
            System.arraycopy(quiet, 0, last, 0, Math.min(pause, quietLength));
            visemes.end();
            release(last);
        }
    }

    private void release(short[] samples) {
        released += samples.length;
        visemes.upTo((int) (released * 1_000 / Way.RATE));
        ready.add(samples);
    }

    private static boolean isQuiet(short sample) {
        return sample < QUIET && sample > -QUIET;
    }

    /** A failure on its way through the resampler, which knows only those of files. */
    private static final class Carried extends IOException {
        private final transient SpeechFailed failure;

        Carried(SpeechFailed failure) {
            super(failure);
            this.failure = failure;
        }
    }

    private static final class Stopped extends IOException {}
}
