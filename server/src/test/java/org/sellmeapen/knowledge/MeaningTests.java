package org.sellmeapen.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class MeaningTests {

    private static float[] unit(Random chance, int length) {
        float[] vector = new float[length];
        double sum = 0;
        for (int k = 0; k < length; k++) {
            vector[k] = (float) chance.nextGaussian();
            sum += vector[k] * vector[k];
        }
        for (int k = 0; k < length; k++) {
            vector[k] /= (float) Math.sqrt(sum);
        }
        return vector;
    }

    @Test
    void nearnessSurvivesBeingPacked() {
        Random chance = new Random(7);
        for (int length : new int[] {8, 384, 1536, 3072}) {
            for (int n = 0; n < 50; n++) {
                float[] a = unit(chance, length);
                float[] b = unit(chance, length);
                for (int k = 0; k < length; k++) {
                    b[k] = a[k] * 0.7f + b[k] * 0.7f;
                }
                double exact = 0;
                double ofB = 0;
                for (int k = 0; k < length; k++) {
                    exact += a[k] * b[k];
                    ofB += b[k] * b[k];
                }
                assertThat(Meaning.nearness(Meaning.packed(a), Meaning.packed(b)))
                        .isCloseTo(exact / Math.sqrt(ofB), within(0.03));
            }
        }
    }

    @Test
    void vectorsOfDifferentLengthsAreNotNear() {
        assertThat(Meaning.nearness(new byte[] {1, 2}, new byte[] {1, 2, 3})).isZero();
        assertThat(Meaning.nearness(new byte[2], new byte[2])).isZero();
    }
}
