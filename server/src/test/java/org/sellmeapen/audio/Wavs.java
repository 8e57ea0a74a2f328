package org.sellmeapen.audio;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes WAV files, whole ones and lying ones. */
public final class Wavs {

    private int channels = 1;
    private int rate = 16_000;
    private int bits = 16;
    private boolean floats;
    private boolean extensible;
    private long promised = -1;
    private long bytesPerSecond = -1;

    public static Wavs mono(int rate) {
        Wavs wavs = new Wavs();
        wavs.rate = rate;
        return wavs;
    }

    public static Wavs stereo(int rate) {
        Wavs wavs = mono(rate);
        wavs.channels = 2;
        return wavs;
    }

    Wavs channels(int count) {
        channels = count;
        return this;
    }

    Wavs bits(int count, boolean asFloats) {
        bits = count;
        floats = asFloats;
        return this;
    }

    Wavs extensible() {
        extensible = true;
        return this;
    }

    Wavs promising(long dataBytes) {
        promised = dataBytes;
        return this;
    }

    Wavs claimingBytesPerSecond(long bytes) {
        bytesPerSecond = bytes;
        return this;
    }

    byte[] of(float... interleaved) {
        ByteBuffer data = ByteBuffer.allocate(interleaved.length * bits / 8).order(ByteOrder.LITTLE_ENDIAN);
        for (float sample : interleaved) {
            put(data, sample);
        }
        return around(data.array());
    }

    byte[] around(byte[] data) {
        int formatSize = extensible ? 40 : 16;
        ByteBuffer out =
                ByteBuffer.allocate(12 + 8 + formatSize + 8 + data.length).order(ByteOrder.LITTLE_ENDIAN);
        out.put(ascii("RIFF")).putInt(out.capacity() - 8).put(ascii("WAVE"));
        int tag = floats ? 3 : 1;
        int frame = channels * bits / 8;
        out.put(ascii("fmt ")).putInt(formatSize).putShort((short) (extensible ? 0xFFFE : tag));
        out.putShort((short) channels).putInt(rate);
        out.putInt((int) (bytesPerSecond < 0 ? (long) rate * frame : bytesPerSecond));
        out.putShort((short) frame).putShort((short) bits);
        if (extensible) {
            out.putShort((short) 22).putShort((short) bits).putInt(0).putShort((short) tag);
            out.put(new byte[] {0, 0, 0, 0, 0x10, 0, (byte) 0x80, 0, 0, (byte) 0xAA, 0, 0x38, (byte) 0x9B, 0x71});
        }
        out.put(ascii("data"))
                .putInt((int) (promised < 0 ? data.length : promised))
                .put(data);
        return out.array();
    }

    private void put(ByteBuffer data, float sample) {
        switch (bits) {
            case 8 -> data.put((byte) Math.round(sample * 127 + 128));
            case 16 -> data.putShort((short) Math.round(sample * 32_767));
            case 24 -> {
                int value = Math.round(sample * 8_388_607);
                data.put((byte) value).put((byte) (value >> 8)).put((byte) (value >> 16));
            }
            case 32 -> {
                if (floats) {
                    data.putFloat(sample);
                } else {
                    data.putInt((int) Math.round(sample * 2_147_483_647d));
                }
            }
            default -> data.putDouble(sample);
        }
    }

    /** @return the file it wrote */
    public Path to(Path file, float... interleaved) {
        return write(file, of(interleaved));
    }

    static Path write(Path file, byte[] bytes) {
        try {
            return Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
