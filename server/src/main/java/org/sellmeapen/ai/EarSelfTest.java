package org.sellmeapen.ai;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Lets an ear hear a clip whose words are known, and says how many it got wrong and how fast it was. */
public final class EarSelfTest {

    public enum Verdict {
        GOOD,
        FAIR,
        POOR,
        FAILED,
        NOT_RUN
    }

    /**
     * @param wordErrorRate words wrong, missing or too many, by the words that were said; null where there is no text
     * @param realTimeFactor time taken by the length of the clip; null likewise
     * @param heard what the ear made of it: of a clip of ours, so nobody's words
     * @param sentence in plain English
     */
    public record Report(
            Verdict verdict,
            @Nullable String ear,
            @Nullable Double wordErrorRate,
            @Nullable Double realTimeFactor,
            @Nullable String heard,
            String code,
            String sentence) {

        static Report notRun(String code, String sentence) {
            return new Report(Verdict.NOT_RUN, null, null, null, null, code, sentence);
        }
    }

    /** What came of asking. */
    public sealed interface Outcome {
        /**
         * @param wordErrorRate as in {@link Report}
         * @param ms from the first sound to the text
         */
        record Understood(String text, double wordErrorRate, long ms) implements Outcome {}

        record Failed(SpeechFailed why) implements Outcome {}
    }

    private static final double GOOD_ERRORS = 0.15;
    private static final double FAIR_ERRORS = 0.30;
    private static final double FAST_ENOUGH = 0.5;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String CLIP = "/content/voice/self-test";
    private static final int HEADER = 44;
    private static final int RATE = 16_000;
    private static final String SYNTHETIC =
            " The clip is a synthetic voice: with people the figure will be another, often a better one.";

    private final short[] clip;
    private final String said;
    private final Clock clock;
    private final Duration patience;

    EarSelfTest(short[] clip, String said, Clock clock, Duration patience) {
        this.clip = clip;
        this.said = said;
        this.clock = clock;
        this.patience = patience;
    }

    public static EarSelfTest bundled(Clock clock) {
        ByteBuffer wav = ByteBuffer.wrap(resource(".wav")).order(ByteOrder.LITTLE_ENDIAN);
        short[] samples = new short[(wav.capacity() - HEADER) / 2];
        wav.position(HEADER).asShortBuffer().get(samples);
        return new EarSelfTest(samples, new String(resource(".txt"), StandardCharsets.UTF_8), clock, PATIENCE);
    }

    private static byte[] resource(String ending) {
        try (InputStream in = EarSelfTest.class.getResourceAsStream(CLIP + ending)) {
            if (in == null) {
                throw new IllegalStateException("the clip " + CLIP + ending + " is missing");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How long the clip is. */
    public long clipMs() {
        return clip.length * 1_000L / RATE;
    }

    public Report run(SpeechToText ear) throws InterruptedException {
        return switch (ask(ear)) {
            case Outcome.Understood(String text, double errors, long ms) ->
                report(ear.id(), text, errors, ms / 1_000.0);
            case Outcome.Failed(SpeechFailed why) -> failed(ear.id(), why.code());
        };
    }

    /** The same for whoever wants the vendor's own words too. */
    public Outcome ask(SpeechToText ear) throws InterruptedException {
        LinkedBlockingQueue<Object> answers = new LinkedBlockingQueue<>();
        TranscriptionListener listener = new TranscriptionListener() {
            @Override
            public void utterance(Recognised text) {
                answers.add(text);
            }

            @Override
            public void failed(SpeechFailed why) {
                answers.add(why);
            }
        };
        long begun = clock.millis();
        @Nullable Object answer;
        try (Transcribing stream = ear.open(new TranscriptionWish("en", RATE), listener)) {
            for (int at = 0; at < clip.length; at += RATE / 50) {
                stream.audio(clip, at, Math.min(RATE / 50, clip.length - at));
            }
            stream.endOfUtterance();
            answer = answers.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (SpeechFailed e) {
            answer = e;
        }
        long ms = clock.millis() - begun;
        return switch (answer) {
            case Recognised text -> new Outcome.Understood(text.text(), wordErrorRate(said, text.text()), ms);
            case SpeechFailed why -> new Outcome.Failed(why);
            case null, default -> new Outcome.Failed(SpeechFailed.passing(ear.id(), "timed-out"));
        };
    }

    private static Report failed(String ear, String code) {
        return new Report(
                Verdict.FAILED, ear, null, null, null, code, "The ear did not answer (" + code + "). Nobody is heard.");
    }

    private Report report(String ear, String heard, double errors, double seconds) {
        double factor = seconds * RATE / clip.length;
        boolean fast = factor <= FAST_ENOUGH;
        String figures = "%.0f %% of the words wrong, %.2f of real time.".formatted(100 * errors, factor);
        if (errors <= GOOD_ERRORS && fast) {
            return new Report(Verdict.GOOD, ear, errors, factor, heard, "good", "Good: " + figures + SYNTHETIC);
        }
        if (errors <= FAIR_ERRORS) {
            String which = errors <= GOOD_ERRORS
                    ? "Understands well but is slow, so answers come late: "
                    : "Usable, with misunderstandings: ";
            return new Report(Verdict.FAIR, ear, errors, factor, heard, "fair", which + figures + SYNTHETIC);
        }
        return new Report(
                Verdict.POOR, ear, errors, factor, heard, "poor", "Not good enough to talk by: " + figures + SYNTHETIC);
    }

    /** Edits between two texts, in words without case and punctuation, by the words of the first. */
    static double wordErrorRate(String said, String heard) {
        List<String> truth = words(said);
        List<String> found = words(heard);
        int[] before = new int[found.size() + 1];
        for (int j = 0; j < before.length; j++) {
            before[j] = j;
        }
        for (int i = 1; i <= truth.size(); i++) {
            int[] now = new int[found.size() + 1];
            now[0] = i;
            for (int j = 1; j < now.length; j++) {
                int other = truth.get(i - 1).equals(found.get(j - 1)) ? 0 : 1;
                now[j] = Math.min(before[j - 1] + other, 1 + Math.min(before[j], now[j - 1]));
            }
            before = now;
        }
        return truth.isEmpty() ? 0 : (double) before[found.size()] / truth.size();
    }

    private static List<String> words(String text) {
        String plain = text.toLowerCase(Locale.ROOT)
                .replaceAll("['’]", "")
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
        return plain.isEmpty() ? List.of() : Arrays.asList(plain.split(" "));
    }
}
