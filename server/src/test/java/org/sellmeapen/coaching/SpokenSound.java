package org.sellmeapen.coaching;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The sentence of the self-test, as often and with as much silence between as a test needs. */
final class SpokenSound {

    static final int RATE = 24_000;
    static final short[] VOICE = voice();

    private SpokenSound() {}

    private static short[] voice() {
        try (InputStream in = SpokenSound.class.getResourceAsStream("/content/voice/self-test.wav")) {
            ByteBuffer wav = ByteBuffer.wrap(in.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
            int count = (wav.capacity() - 44) / 2;
            short[] samples = new short[count * 3 / 2 - 2];
            for (int i = 0; i < samples.length; i++) {
                double at = i * 2 / 3.0;
                double part = at - Math.floor(at);
                int byteAt = 44 + 2 * (int) at;
                samples[i] = (short) ((1 - part) * wav.getShort(byteAt) + part * wav.getShort(byteAt + 2));
            }
            return samples;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The voice so many times, with so many seconds of silence behind each. */
    static short[] said(int times, double pauseS) {
        int each = VOICE.length + (int) (pauseS * RATE);
        short[] samples = new short[times * each];
        for (int i = 0; i < times; i++) {
            System.arraycopy(VOICE, 0, samples, i * each, VOICE.length);
        }
        return samples;
    }

    static byte[] wav(int times, double pauseS) {
        short[] samples = said(times, pauseS);
        ByteBuffer out = ByteBuffer.allocate(44 + 2 * samples.length).order(ByteOrder.LITTLE_ENDIAN);
        out.put("RIFF".getBytes())
                .putInt(out.capacity() - 8)
                .put("WAVEfmt ".getBytes())
                .putInt(16);
        out.putShort((short) 1)
                .putShort((short) 1)
                .putInt(RATE)
                .putInt(2 * RATE)
                .putShort((short) 2)
                .putShort((short) 16);
        out.put("data".getBytes()).putInt(2 * samples.length);
        for (short sample : samples) {
            out.putShort(sample);
        }
        return out.array();
    }
}
