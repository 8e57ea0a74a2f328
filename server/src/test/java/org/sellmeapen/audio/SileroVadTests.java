package org.sellmeapen.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class SileroVadTests {

    private static final Path REFERENCE = Path.of("../evals/activity");

    @Test
    void saysWhatTheOnnxRuntimeSaysOfTheSameModel() throws IOException {
        List<Double> expected = Files.readAllLines(REFERENCE.resolve("reference.txt")).stream()
                .map(Double::valueOf)
                .toList();
        float[] samples = Clip.of(REFERENCE.resolve("reference.wav"), 0).samples();
        SileroVad vad = new SileroVad();
        float[] chunk = new float[SileroVad.CHUNK];
        double worst = 0;
        for (int i = 0; i < expected.size(); i++) {
            System.arraycopy(samples, i * SileroVad.CHUNK, chunk, 0, SileroVad.CHUNK);
            worst = Math.max(worst, Math.abs(vad.probability(chunk) - expected.get(i)));
        }
        assertThat(expected)
                .hasSize(samples.length / SileroVad.CHUNK)
                .anyMatch(p -> p > 0.99)
                .anyMatch(p -> p < 0.01);
        assertThat(worst).isLessThan(1e-5);
    }

    @Test
    void forgetsEverythingOnReset() throws IOException {
        float[] samples = Clip.of(REFERENCE.resolve("reference.wav"), 0).samples();
        SileroVad vad = new SileroVad();
        float[] chunk = new float[SileroVad.CHUNK];
        float[] first = new float[60];
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < first.length; i++) {
                System.arraycopy(samples, i * SileroVad.CHUNK, chunk, 0, SileroVad.CHUNK);
                float probability = vad.probability(chunk);
                if (round == 0) {
                    first[i] = probability;
                } else {
                    assertThat(probability).isEqualTo(first[i]);
                }
            }
            vad.reset();
        }
    }
}
