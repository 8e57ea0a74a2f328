package org.sellmeapen.audio;

/** The magnitudes of four overlapping Hann windows of 256 samples, 128 apart, as Silero wants them. */
final class Spectrum {

    static final int SAMPLES = 640;
    static final int BINS = 129;

    private static final int SIZE = 256;
    private static final int STEP = 128;
    private static final double[] HANN = new double[SIZE];
    private static final double[] COSINE = new double[SIZE / 2];
    private static final double[] SINE = new double[SIZE / 2];
    private static final int[] MIRRORED = new int[SIZE];

    static {
        for (int i = 0; i < SIZE; i++) {
            HANN[i] = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / SIZE);
            MIRRORED[i] = Integer.reverse(i) >>> 24;
        }
        for (int i = 0; i < SIZE / 2; i++) {
            COSINE[i] = Math.cos(2 * Math.PI * i / SIZE);
            SINE[i] = -Math.sin(2 * Math.PI * i / SIZE);
        }
    }

    private final double[] re = new double[SIZE];
    private final double[] im = new double[SIZE];

    void magnitudes(float[] samples, float[][] into) {
        two(samples, 0, into[0], into[1]);
        two(samples, 2 * STEP, into[2], into[3]);
    }

    /** Two windows in one transform, one as the real and one as the imaginary part: their symmetry tells them apart. */
    private void two(float[] samples, int from, float[] first, float[] second) {
        for (int i = 0; i < SIZE; i++) {
            int to = MIRRORED[i];
            re[to] = HANN[i] * samples[from + i];
            im[to] = HANN[i] * samples[from + STEP + i];
        }
        transform();
        for (int k = 0; k < BINS; k++) {
            int mirror = SIZE - k & SIZE - 1;
            first[k] = length(re[k] + re[mirror], im[k] - im[mirror]);
            second[k] = length(im[k] + im[mirror], re[k] - re[mirror]);
        }
    }

    private void transform() {
        for (int half = 1; half < SIZE; half *= 2) {
            int turn = SIZE / 2 / half;
            for (int start = 0; start < SIZE; start += 2 * half) {
                for (int k = 0; k < half; k++) {
                    int a = start + k;
                    int b = a + half;
                    double cos = COSINE[k * turn];
                    double sin = SINE[k * turn];
                    double r = re[b] * cos - im[b] * sin;
                    double i = re[b] * sin + im[b] * cos;
                    re[b] = re[a] - r;
                    im[b] = im[a] - i;
                    re[a] += r;
                    im[a] += i;
                }
            }
        }
    }

    private static float length(double twiceRe, double twiceIm) {
        return (float) (0.5 * Math.sqrt(twiceRe * twiceRe + twiceIm * twiceIm));
    }
}
