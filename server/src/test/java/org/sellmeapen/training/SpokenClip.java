package org.sellmeapen.training;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Two seconds of the bundled voice without a pause in them, at 24 kHz: what measures speech is not taken in by a hum. */
final class SpokenClip {

    private static final int HEADER = 44;
    private static final int BEGINS = 29 * 1_600;
    private static final short[] SAMPLES = samples();

    private SpokenClip() {}

    static short at(int sample) {
        return SAMPLES[sample];
    }

    private static short[] samples() {
        try (InputStream in = SpokenClip.class.getResourceAsStream("/content/voice/self-test.wav")) {
            ByteBuffer wav = ByteBuffer.wrap(in.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
            short[] samples = new short[2 * 24_000];
            for (int i = 0; i < samples.length; i++) {
                double at = BEGINS + i * 2 / 3.0;
                double part = at - Math.floor(at);
                int byteAt = HEADER + 2 * (int) at;
                samples[i] = (short) ((1 - part) * wav.getShort(byteAt) + part * wav.getShort(byteAt + 2));
            }
            return samples;
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }
}
