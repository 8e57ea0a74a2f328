package org.sellmeapen.audio;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * What the Silero v5 network has learned, for 16 kHz: read once, shared, never changed. Every matrix is turned so that
 * the outputs of one input lie side by side, which is how {@link SileroVad} walks through it.
 */
final class SileroWeights {

    private static final String FILE = "/content/audio/silero-v5-16k.bin";
    private static final byte[] MAGIC = {'S', 'I', 'L', 'E', 'R', 'O', '5', '\n'};
    private static final int[][] SHAPES = {
        {128, 129, 3},
        {128},
        {64, 128, 3},
        {64},
        {64, 64, 3},
        {64},
        {128, 64, 3},
        {128},
        {512, 128},
        {512, 128},
        {512},
        {512},
        {1, 128, 1},
        {1}
    };

    /** One layer of the encoder: {@code weights[(tap * ins + in) * outs + out]}. */
    record Convolution(int ins, int outs, float[] weights, float[] bias) {}

    private static final class Shipped {
        static final SileroWeights WEIGHTS = read();
    }

    final Convolution[] encoder = new Convolution[4];

    /** {@code [in * 512 + gate]}, the 128 inputs and then the 128 of the state; gates in the order i, f, g, o. */
    final float[] recurrent;

    final float[] recurrentBias;
    final float[] decoder;
    final float decoderBias;

    private SileroWeights(float[][] tensors) {
        for (int i = 0; i < encoder.length; i++) {
            int outs = SHAPES[2 * i][0];
            int ins = SHAPES[2 * i][1];
            encoder[i] = new Convolution(ins, outs, byTap(tensors[2 * i], outs, ins), tensors[2 * i + 1]);
        }
        float[] ofInput = turned(tensors[8], 512, 128);
        float[] ofState = turned(tensors[9], 512, 128);
        recurrent = Arrays.copyOf(ofInput, ofInput.length + ofState.length);
        System.arraycopy(ofState, 0, recurrent, ofInput.length, ofState.length);
        recurrentBias = new float[512];
        for (int i = 0; i < 512; i++) {
            recurrentBias[i] = tensors[10][i] + tensors[11][i];
        }
        decoder = tensors[12];
        decoderBias = tensors[13][0];
    }

    static SileroWeights shipped() {
        return Shipped.WEIGHTS;
    }

    private static SileroWeights read() {
        try (InputStream in = SileroWeights.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is missing");
            }
            return of(ByteBuffer.wrap(in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SileroWeights of(ByteBuffer bytes) {
        bytes.order(ByteOrder.LITTLE_ENDIAN);
        byte[] magic = new byte[MAGIC.length];
        bytes.get(magic);
        boolean known = Arrays.equals(magic, MAGIC) && bytes.getInt() == SHAPES.length;
        for (int[] shape : SHAPES) {
            known = known && bytes.getInt() == shape.length;
            for (int size : shape) {
                known = known && bytes.getInt() == size;
            }
        }
        if (!known) {
            throw new IllegalStateException(FILE + " is not what content/audio/README.md describes");
        }
        float[][] tensors = new float[SHAPES.length][];
        for (int i = 0; i < tensors.length; i++) {
            tensors[i] = new float[Arrays.stream(SHAPES[i]).reduce(1, (a, b) -> a * b)];
            bytes.asFloatBuffer().get(tensors[i]);
            bytes.position(bytes.position() + tensors[i].length * Float.BYTES);
        }
        return new SileroWeights(tensors);
    }

    private static float[] byTap(float[] weights, int outs, int ins) {
        float[] byTap = new float[weights.length];
        for (int out = 0; out < outs; out++) {
            for (int in = 0; in < ins; in++) {
                for (int tap = 0; tap < 3; tap++) {
                    byTap[(tap * ins + in) * outs + out] = weights[(out * ins + in) * 3 + tap];
                }
            }
        }
        return byTap;
    }

    private static float[] turned(float[] matrix, int rows, int columns) {
        float[] turned = new float[matrix.length];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                turned[column * rows + row] = matrix[row * columns + column];
            }
        }
        return turned;
    }
}
