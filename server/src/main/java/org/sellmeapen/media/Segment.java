package org.sellmeapen.media;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * The heading of one piece of a recording file, in the clear and authenticated with what follows it.
 *
 * <p>A file is {@link #FILE_HEADING} bytes (mark, id, rate, samples a segment) and then pieces, only ever appended: this
 * heading and so many bytes of ciphertext. A piece is one quarter second of both channels, a run of quarter seconds in which nobody
 * made a sound, or, at the end of a finished file, the index. A later piece of the same place supersedes an earlier one.
 * Finished files end with {@link #TRAILER} bytes that say where the index lies.
 *
 * @param first which quarter second, from 0
 * @param count how many; more than one for silence only
 * @param used samples of the last of them that are part of the recording
 * @param channels bits of those that have sound
 * @param body bytes of ciphertext that follow
 */
record Segment(int first, int count, int used, int channels, boolean index, int body) {

    static final int RATE = 24_000;
    static final int SAMPLES = 6_000;
    static final int MILLIS = 250;
    static final int HEADING = 20;
    static final int FILE_HEADING = 32;
    static final int TRAILER = 16;
    static final long FILE_MARK = 0x50454e5245433031L; // PENREC01
    static final int TRAILER_MARK = 0x50454e45; // PENE

    /** Twelve hours: what a WAV can hold with both channels, and more than anybody talks. */
    static final int MOST_SEGMENTS = 12 * 3600 * 4;

    private static final int MARK = 0x53454731; // SEG1
    private static final int MOST_BODY = 4 << 20;

    void put(ByteBuffer into) {
        into.putInt(MARK)
                .putInt(first)
                .putInt(count)
                .putShort((short) used)
                .put((byte) channels)
                .put((byte) (index ? 1 : 0))
                .putInt(body);
    }

    /** Empty where no piece begins. */
    static Optional<Segment> read(ByteBuffer from) {
        if (from.remaining() < HEADING || from.getInt() != MARK) {
            return Optional.empty();
        }
        Segment read =
                new Segment(from.getInt(), from.getInt(), from.getShort(), from.get(), from.get() == 1, from.getInt());
        boolean sane = read.first >= 0
                && read.count >= 0
                && (long) read.first + read.count <= MOST_SEGMENTS
                && read.used >= 0
                && read.used <= SAMPLES
                && read.body > 0
                && read.body <= MOST_BODY;
        return sane ? Optional.of(read) : Optional.empty();
    }

    /** Where it ends on the call clock. */
    long end() {
        return (long) (first + count - 1) * SAMPLES + used;
    }

    static ByteBuffer fileHeading(RecordingId id) {
        return ByteBuffer.allocate(FILE_HEADING)
                .putLong(FILE_MARK)
                .putLong(id.value().getMostSignificantBits())
                .putLong(id.value().getLeastSignificantBits())
                .putInt(RATE)
                .putInt(SAMPLES)
                .flip();
    }
}
