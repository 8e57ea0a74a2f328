package org.sellmeapen.audio;

import java.util.Arrays;
import org.sellmeapen.audio.SileroWeights.Convolution;

/**
 * How likely 32 ms of sound are speech: the forward pass of Silero v5 for 16 kHz, with what it remembers of the time
 * before. Spectrum of four windows, four convolutions, one LSTM cell, one output. Not for several threads; no garbage.
 * The same steps in the same order as {@code clients/packages/voice-client/src/activity/silero.ts}.
 */
final class SileroVad {

    static final int CHUNK = 512;

    /** So much of the chunk before is seen again. */
    private static final int CONTEXT = 64;

    private static final int WINDOWS = 4;
    private static final int STATE = 128;
    private static final int GATES = 4 * STATE;

    private final SileroWeights weights = SileroWeights.shipped();
    private final float[] heard = new float[Spectrum.SAMPLES];
    private final float[] state = new float[STATE];
    private final float[] cell = new float[STATE];

    // Scratch, one row a window: no result outlives a step.
    private final Spectrum spectrum = new Spectrum();
    private final float[][] wide = new float[WINDOWS][Spectrum.BINS];
    private final float[][] narrow = new float[WINDOWS][STATE];
    private final float[] gates = new float[GATES];

    /** @param chunk {@link #CHUNK} samples of -1 to 1 at 16 kHz, the next ones of the stream */
    float probability(float[] chunk) {
        System.arraycopy(heard, CHUNK, heard, 0, CONTEXT);
        System.arraycopy(chunk, 0, heard, CONTEXT, CHUNK);
        // The last window reaches over the end: it sees the sound mirrored there.
        for (int i = 0; i < CONTEXT; i++) {
            heard[CONTEXT + CHUNK + i] = heard[CONTEXT + CHUNK - 2 - i];
        }
        spectrum.magnitudes(heard, wide);
        convolve(weights.encoder[0], wide, 4, 1, narrow);
        convolve(weights.encoder[1], narrow, 4, 2, wide);
        convolve(weights.encoder[2], wide, 2, 2, narrow);
        convolve(weights.encoder[3], narrow, 1, 1, wide);
        remember(wide[0]);
        float sum = weights.decoderBias;
        for (int i = 0; i < STATE; i++) {
            sum += weights.decoder[i] * Math.max(0, state[i]);
        }
        return (float) sigmoid(sum);
    }

    void reset() {
        Arrays.fill(heard, 0);
        Arrays.fill(state, 0);
        Arrays.fill(cell, 0);
    }

    /** Three taps, silence before the first and behind the last; what is below zero becomes zero. */
    private static void convolve(Convolution layer, float[][] from, int length, int stride, float[][] into) {
        for (int t = 0; t * stride < length; t++) {
            float[] out = into[t];
            System.arraycopy(layer.bias(), 0, out, 0, layer.outs());
            for (int tap = 0; tap < 3; tap++) {
                int at = t * stride + tap - 1;
                if (at >= 0 && at < length) {
                    add(from[at], layer.ins(), layer.weights(), tap * layer.ins() * layer.outs(), out, layer.outs());
                }
            }
            for (int o = 0; o < layer.outs(); o++) {
                out[o] = Math.max(0, out[o]);
            }
        }
    }

    private void remember(float[] seen) {
        System.arraycopy(weights.recurrentBias, 0, gates, 0, GATES);
        add(seen, STATE, weights.recurrent, 0, gates, GATES);
        add(state, STATE, weights.recurrent, STATE * GATES, gates, GATES);
        for (int i = 0; i < STATE; i++) {
            double in = sigmoid(gates[i]);
            double keep = sigmoid(gates[STATE + i]);
            double show = sigmoid(gates[3 * STATE + i]);
            cell[i] = (float) (keep * cell[i] + in * Math.tanh(gates[2 * STATE + i]));
            state[i] = (float) (show * Math.tanh(cell[i]));
        }
    }

    /** Adds to each sum its share of the inputs. Four inputs a turn and the sums innermost: that becomes vector code. */
    private static void add(float[] in, int ins, float[] weights, int from, float[] sums, int outs) {
        int row = from;
        int i = 0;
        for (; i + 3 < ins; i += 4, row += 4 * outs) {
            float a = in[i];
            float b = in[i + 1];
            float c = in[i + 2];
            float d = in[i + 3];
            int second = row + outs;
            int third = second + outs;
            int fourth = third + outs;
            for (int o = 0; o < outs; o++) {
                sums[o] += a * weights[row + o]
                        + b * weights[second + o]
                        + c * weights[third + o]
                        + d * weights[fourth + o];
            }
        }
        for (; i < ins; i++, row += outs) {
            for (int o = 0; o < outs; o++) {
                sums[o] += in[i] * weights[row + o];
            }
        }
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
