package org.sellmeapen.media;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The WAV that is nowhere: made of the quarter seconds that are asked for. */
final class StereoWav implements Playback {

    static final int HEADING = 44;

    private static final int FRAME = 4;
    private static final int BLOCK = Segment.SAMPLES * FRAME;

    private final SegmentReader reader;
    private final long sound;

    StereoWav(SegmentReader reader) {
        this.reader = reader;
        this.sound = reader.index.samples() * FRAME;
    }

    @Override
    public long length() {
        return HEADING + sound;
    }

    @Override
    public void copy(long from, long to, OutputStream out) throws IOException {
        if (from < 0 || from > to || to > length()) {
            throw new IndexOutOfBoundsException("bytes " + from + " to " + to + " of " + length());
        }
        if (from < HEADING && from < to) {
            out.write(heading(sound), (int) from, (int) (Math.min(to, HEADING) - from));
        }
        long last = to - HEADING - 1;
        byte[] block = new byte[BLOCK];
        for (long at = Math.max(0, from - HEADING); at <= last; ) {
            int segment = (int) (at / BLOCK);
            reader.load(segment, (int) (last / BLOCK));
            interleave(reader.rep, reader.buyer, block);
            int within = (int) (at % BLOCK);
            int some = (int) Math.min(BLOCK - within, last + 1 - at);
            out.write(block, within, some);
            at += some;
        }
    }

    static byte[] heading(long sound) {
        return ByteBuffer.allocate(HEADING)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(ascii("RIFF"))
                .putInt((int) (HEADING - 8 + sound))
                .put(ascii("WAVEfmt "))
                .putInt(16)
                .putShort((short) 1)
                .putShort((short) 2)
                .putInt(Segment.RATE)
                .putInt(Segment.RATE * FRAME)
                .putShort((short) FRAME)
                .putShort((short) 16)
                .put(ascii("data"))
                .putInt((int) sound)
                .array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    }

    private static void interleave(short[] left, short[] right, byte[] into) {
        int at = 0;
        for (int i = 0; i < left.length; i++) {
            into[at++] = (byte) left[i];
            into[at++] = (byte) (left[i] >> 8);
            into[at++] = (byte) right[i];
            into[at++] = (byte) (right[i] >> 8);
        }
    }

    @Override
    public void close() {
        reader.close();
    }
}
