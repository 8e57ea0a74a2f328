package org.sellmeapen.ai.sound;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.ai.ModelFailed;
import org.sellmeapen.ai.SpeechFailed;
import org.sellmeapen.ai.SpeechSink;
import org.sellmeapen.ai.TextToSpeech;
import org.sellmeapen.ai.Viseme;
import org.sellmeapen.ai.wire.Incoming;
import org.sellmeapen.audio.Resampled;
import org.sellmeapen.audio.SampleStream;

/**
 * Speech on its way from a vendor to a sink: bytes become samples, a sample that was torn is put together, times count from
 * the utterance's beginning. One thread.
 */
public final class Speech {

    /** Somebody reads slowly, but not slower than this. */
    private static final int LONGEST_S_A_CHARACTER = 1;

    private static final int LEAST_CAP_S = 60;

    private record Mark(int atMs, @Nullable Viseme viseme, int from, int to) {}

    private final String provider;
    private final SpeechSink sink;
    private final long most;
    private final byte[] buffer = new byte[9_600];
    private final Deque<Mark> marks = new ArrayDeque<>();
    private long handedOver;
    private long partFrom;
    private int partAt;
    private int partEnd;
    private int found;
    private int latestMs;
    private int odd = -1;

    Speech(String provider, SpeechSink sink, int characters) {
        this.provider = provider;
        this.sink = sink;
        this.most = (long) TextToSpeech.RATE * Math.max(LEAST_CAP_S, LONGEST_S_A_CHARACTER * characters);
    }

    void begin(Script.Part part) {
        partFrom = handedOver;
        partAt = part.from();
        partEnd = part.from() + part.text().length();
        found = 0;
        odd = -1;
    }

    void end() throws SpeechFailed, InterruptedException {
        if (handedOver == partFrom) {
            throw SpeechFailed.passing(provider, "cut-off");
        }
        tellMarks(Integer.MAX_VALUE); // those beyond the sound belong to its end
    }

    /** All of it as 16-bit little-endian samples at {@link TextToSpeech#RATE}. */
    public void pcm(Incoming incoming) throws SpeechFailed, ModelFailed, InterruptedException {
        refuseText(incoming);
        boolean first = true;
        int kept = 0;
        for (int n = incoming.some(buffer, 0); n >= 0; n = incoming.some(buffer, kept)) {
            kept += n;
            if (first && kept < 4) {
                continue;
            }
            if (first && buffer[0] == 'R' && buffer[1] == 'I' && buffer[2] == 'F' && buffer[3] == 'F') {
                throw garbled(); // a file, of who knows what rate, and not the samples asked for
            }
            first = false;
            bytes(buffer, 0, kept);
            kept = 0;
        }
        bytes(buffer, 0, kept);
    }

    /** All of it as 16-bit little-endian samples at another rate. */
    public void pcm(Incoming incoming, int rate) throws SpeechFailed, ModelFailed, InterruptedException {
        refuseText(incoming);
        PcmStream source = new PcmStream(incoming, rate);
        float[] read = new float[2_400];
        short[] samples = new short[read.length];
        try (SampleStream stream = Resampled.to(TextToSpeech.RATE, source)) {
            for (int n = stream.read(read); n > 0; n = stream.read(read)) {
                for (int i = 0; i < n; i++) {
                    samples[i] = (short) Math.clamp(Math.round(read[i] * 32_768f), Short.MIN_VALUE, Short.MAX_VALUE);
                }
                samples(samples, n);
            }
        } catch (IOException e) {
            throw source.why(e);
        }
    }

    /** A page or an error where sound was due. */
    public void refuseText(Incoming incoming) throws SpeechFailed {
        String type = incoming.contentType();
        if (type.startsWith("text/") || type.contains("json") || type.contains("html")) {
            throw garbled();
        }
    }

    public void base64(String text) throws SpeechFailed, InterruptedException {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            bytes(bytes, 0, bytes.length);
        } catch (IllegalArgumentException _) {
            throw garbled();
        }
    }

    public void bytes(byte[] bytes, int from, int length) throws SpeechFailed, InterruptedException {
        int at = from;
        int end = from + length;
        while (at < end) {
            short[] samples = new short[Math.min(4_800, (end - at + 1) / 2)];
            int count = 0;
            if (odd >= 0) {
                samples[count++] = (short) (odd | bytes[at++] << 8);
                odd = -1;
            }
            while (count < samples.length && at + 1 < end) {
                samples[count++] = (short) ((bytes[at] & 0xFF) | bytes[at + 1] << 8);
                at += 2;
            }
            if (at + 1 == end) {
                odd = bytes[at++] & 0xFF;
            }
            samples(samples, count);
        }
    }

    public void samples(short[] samples, int count) throws SpeechFailed, InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        if (count == 0) {
            return;
        }
        if (handedOver + count > most) {
            throw SpeechFailed.lasting(provider, "too-large");
        }
        tellMarks((int) ((handedOver + count) / (TextToSpeech.RATE / 1_000)) - 1);
        sink.audio(samples, 0, count);
        handedOver += count;
    }

    /** @param atMs of this part @param from in this part's text, as {@code to} */
    public void word(int atMs, int from, int to) {
        if (from >= 0 && to > from && partAt + to <= partEnd) {
            marks.add(new Mark(startMs() + Math.max(0, atMs), null, partAt + from, partAt + to));
        }
    }

    /** A word that the vendor names as it stands in the text, each after the one before. */
    public void nextWord(int atMs, String word, String part) {
        String bare = word.strip();
        int at = bare.isEmpty() ? -1 : part.indexOf(bare, found);
        if (at >= 0) {
            found = at + bare.length();
            word(atMs, at, found);
        }
    }

    public void viseme(int atMs, Viseme viseme) {
        marks.add(new Mark(startMs() + Math.max(0, atMs), viseme, 0, 0));
    }

    public SpeechFailed garbled() {
        return SpeechFailed.passing(provider, "garbled");
    }

    /** How much of this part's sound was handed over. */
    public int partMs() {
        return (int) ((handedOver - partFrom) / (TextToSpeech.RATE / 1_000));
    }

    private int startMs() {
        return (int) (partFrom / (TextToSpeech.RATE / 1_000));
    }

    private void tellMarks(int untilMs) {
        for (Mark mark = marks.peek(); mark != null && mark.atMs() <= untilMs; mark = marks.peek()) {
            marks.remove();
            int endMs = (int) (handedOver / (TextToSpeech.RATE / 1_000));
            latestMs = Math.max(latestMs, untilMs == Integer.MAX_VALUE ? Math.min(mark.atMs(), endMs) : mark.atMs());
            Viseme shape = mark.viseme();
            if (shape == null) {
                sink.word(latestMs, mark.from(), mark.to());
            } else {
                sink.viseme(latestMs, shape);
            }
        }
    }
}
