package org.sellmeapen.audio;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/** A WAV file, read from the front through a fixed buffer. What its header promises is compared with what is there. */
final class WavStream implements SampleStream {

    private static final int FMT = 0x20746D66; // "fmt ", little-endian
    private static final int DATA = 0x61746164; // "data"
    private static final int MOST_CHUNKS = 1_000;
    private static final int LONGEST_FORMAT = 1 << 16;

    /** What programs write that stream into a pipe and cannot come back to fill in the length. */
    private static final long LENGTH_UNKNOWN = 0xFFFFFFFFL;

    /** Beyond this a float is no sample but something else read as one. */
    private static final double ABSURD = 1e6;

    private final FileChannel channel;
    private final WavFormat format;
    private final ByteBuffer bytes;
    private long left;

    WavStream(FileChannel channel) throws IOException {
        this.channel = channel;
        channel.position(12);
        ByteBuffer head = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
        WavFormat found = null;
        long dataBytes = -1;
        for (int chunk = 0; dataBytes < 0; chunk++) {
            if (chunk == MOST_CHUNKS || !fill(head.clear())) {
                throw new NotAudio("This WAV file holds no samples.");
            }
            int id = head.getInt();
            long size = head.getInt() & 0xFFFFFFFFL;
            long there = channel.size() - channel.position();
            if (id == DATA) {
                dataBytes = size == LENGTH_UNKNOWN ? there : size;
            } else if (size > there) {
                throw new NotAudio("This WAV file is cut off inside its header.");
            } else if (id == FMT) {
                found = format(size);
            } else {
                channel.position(channel.position() + size + (size & 1));
            }
        }
        if (found == null) {
            throw new NotAudio("This WAV file has samples but does not say what they are.");
        }
        format = found;
        left = mustBeThere(dataBytes);
        bytes = ByteBuffer.allocateDirect(format.frameBytes() * 8_192).order(ByteOrder.LITTLE_ENDIAN);
        bytes.limit(0);
    }

    private WavFormat format(long size) throws IOException {
        if (size > LONGEST_FORMAT) {
            throw new NotAudio("The WAV header describes its format in %d bytes.".formatted(size));
        }
        ByteBuffer chunk = ByteBuffer.allocate((int) size).order(ByteOrder.LITTLE_ENDIAN);
        fill(chunk);
        channel.position(channel.position() + (size & 1));
        return WavFormat.of(chunk);
    }

    private long mustBeThere(long promised) throws IOException {
        long there = channel.size() - channel.position();
        if (promised == 0 || there <= 0) {
            throw new NotAudio("This WAV file holds no samples.");
        }
        if (promised > there) {
            throw new NotAudio("This WAV file is cut off: its header promises %d bytes of sound, %d are there."
                    .formatted(promised, there));
        }
        if (promised % format.frameBytes() != 0) {
            throw new NotAudio("This WAV file ends inside a sample: %d bytes of sound in frames of %d."
                    .formatted(promised, format.frameBytes()));
        }
        return promised;
    }

    private boolean fill(ByteBuffer buffer) throws IOException {
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                return false;
            }
        }
        buffer.flip();
        return true;
    }

    @Override
    public int rate() {
        return format.rate();
    }

    @Override
    public int channels() {
        return format.channels();
    }

    @Override
    public int read(float[] into) throws IOException {
        int wanted = into.length - into.length % channels();
        int at = 0;
        while (at < wanted) {
            if (!bytes.hasRemaining() && !refill()) {
                break;
            }
            int samples = Math.min(wanted - at, bytes.remaining() * 8 / format.bits());
            convert(into, at, samples);
            at += samples;
        }
        return at / channels();
    }

    private boolean refill() throws IOException {
        if (left == 0) {
            return false;
        }
        bytes.clear().limit((int) Math.min(bytes.capacity(), left));
        left -= bytes.limit();
        if (!fill(bytes)) {
            throw new NotAudio("This WAV file became shorter while it was read.");
        }
        return true;
    }

    private void convert(float[] into, int from, int count) {
        int to = from + count;
        switch (format.bits()) {
            case 8 -> {
                for (int i = from; i < to; i++) {
                    into[i] = ((bytes.get() & 0xFF) - 128) / 128f;
                }
            }
            case 16 -> {
                for (int i = from; i < to; i++) {
                    into[i] = bytes.getShort() / 32_768f;
                }
            }
            case 24 -> {
                for (int i = from; i < to; i++) {
                    int low = bytes.getShort() & 0xFFFF;
                    into[i] = (bytes.get() << 16 | low) / 8_388_608f;
                }
            }
            case 32 -> {
                for (int i = from; i < to; i++) {
                    into[i] = format.floats() ? sane(bytes.getFloat()) : bytes.getInt() / 2_147_483_648f;
                }
            }
            default -> {
                for (int i = from; i < to; i++) {
                    into[i] = sane(bytes.getDouble());
                }
            }
        }
    }

    private static float sane(double sample) {
        if (!(Math.abs(sample) <= ABSURD)) { // also what is not a number
            throw new NotAudio("This WAV file holds numbers that are no sound.");
        }
        return (float) sample;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
