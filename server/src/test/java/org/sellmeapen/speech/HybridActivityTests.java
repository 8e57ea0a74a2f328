package org.sellmeapen.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.sellmeapen.audio.Recordings;
import org.sellmeapen.audio.SampleStream;

class HybridActivityTests {

    /** Synthetic voices; the first sentence lies between 0.60 and 4.06 s. */
    private static final Path REFERENCE = Path.of("../evals/activity/reference.wav");

    @Test
    void findsTheEdgesOfASentenceByItsLevel() throws IOException {
        List<Span> spans = Spans.joined(Spans.of(speech(sentence())), 0.4);
        assertThat(spans).hasSize(1);
        assertThat(spans.getFirst().startS()).isBetween(0.57, 0.63);
        assertThat(spans.getFirst().endS()).isBetween(4.00, 4.10);
    }

    @Test
    void noiseThatComesAndGoesIsNoSpeech() {
        Random dice = new Random(8);
        float[] samples = new float[10 * Hearing.RATE];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = i / 8_000 % 2 == 0 ? 0 : (float) (0.1 * dice.nextGaussian());
        }
        EnergyActivity level = new EnergyActivity();
        level.hear(samples, samples.length);
        assertThat(level.speech().cardinality()).isGreaterThan(300);
        assertThat(speech(samples).cardinality()).isZero();
    }

    @Test
    void steadyNoiseDoesNotShortenASentence() throws IOException {
        Random dice = new Random(9);
        float[] samples = sentence();
        for (int i = 0; i < samples.length; i++) {
            samples[i] += (float) (0.012 * dice.nextGaussian());
        }
        List<Span> spans = Spans.joined(Spans.of(speech(samples)), 0.4);
        assertThat(spans).hasSize(1);
        assertThat(spans.getFirst().startS()).isBetween(0.55, 0.65);
        assertThat(spans.getFirst().endS()).isBetween(3.90, 4.15);
    }

    /** As of a microphone that is switched off: digital zero is no quiet that noise could be told by. */
    @Test
    void whereNothingWasHeardAtAllHidesNoNoise() throws IOException {
        Random dice = new Random(12);
        float[] samples = recording(20);
        for (int i = 0; i < samples.length; i++) {
            samples[i] += (float) (0.012 * dice.nextGaussian());
        }
        float[] withMuted = Arrays.copyOf(samples, samples.length * 3);
        areAlike(Spans.of(speech(withMuted)), Spans.of(speech(samples)), 0.05);
    }

    @Test
    void aRumbleHidesNoSoftSentence() throws IOException {
        List<Span> quiet = Spans.joined(Spans.of(speech(recording(20))), 0.4);
        List<Span> rumbling = Spans.joined(Spans.of(speech(rumbling(recording(20)))), 0.4);
        assertThat(quiet).hasSize(4);
        areAlike(rumbling, quiet, 0.15);
    }

    private static void areAlike(List<Span> spans, List<Span> others, double near) {
        assertThat(spans).hasSameSizeAs(others);
        for (int i = 0; i < spans.size(); i++) {
            assertThat(spans.get(i).startS()).isCloseTo(others.get(i).startS(), within(near));
            assertThat(spans.get(i).endS()).isCloseTo(others.get(i).endS(), within(near));
        }
    }

    @Test
    void aKnockEndsNoPause() throws IOException {
        float[] samples = recording(20);
        List<Span> quiet = Spans.of(speech(samples));
        Random dice = new Random(11);
        for (int i = 0; i < Hearing.RATE * 8 / 100; i++) {
            samples[7 * Hearing.RATE + i] += (float) (0.5 * Math.exp(-i / 300.0) * dice.nextGaussian());
        }
        areAlike(Spans.of(speech(samples)), quiet, 0.05);
    }

    private static float[] rumbling(float[] samples) {
        Random dice = new Random(10);
        double rumble = 0;
        for (int i = 0; i < samples.length; i++) {
            rumble = 0.98 * rumble + dice.nextGaussian();
            samples[i] += (float) (0.006 * rumble);
        }
        return samples;
    }

    @Test
    void nothingIsHeardInNothing() {
        assertThat(speech(new float[0]).cardinality()).isZero();
        assertThat(speech(new float[100]).cardinality()).isZero();
        assertThat(speech(new float[16_000]).cardinality()).isZero();
    }

    private static BitSet speech(float[] samples) {
        HybridActivity activity = new HybridActivity();
        activity.hear(samples, samples.length);
        return activity.speech();
    }

    private static float[] sentence() throws IOException {
        return recording(4.5);
    }

    private static float[] recording(double seconds) throws IOException {
        try (SampleStream in = Recordings.open(REFERENCE)) {
            float[] samples = new float[(int) (Hearing.RATE * seconds)];
            return Arrays.copyOf(samples, in.read(samples));
        }
    }
}
