package org.sellmeapen.ai.espeak;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Bytes that are samples of 16 bit, little-endian. */
final class Samples {

    private Samples() {}

    static short[] of(byte[] bytes, int from, int to) {
        short[] samples = new short[(to - from) / 2];
        ByteBuffer.wrap(bytes, from, to - from)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asShortBuffer()
                .get(samples);
        return samples;
    }
}
