package org.sellmeapen.audio;

import java.nio.ByteBuffer;

/** What the {@code fmt} chunk of a WAV file says, once it has been found to make sense. */
record WavFormat(int channels, int rate, int bits, boolean floats) {

    private static final int PCM = 1;
    private static final int IEEE_FLOAT = 3;
    private static final int EXTENSIBLE = 0xFFFE;

    /** The last 14 bytes of every sub-format: what makes a format tag a GUID. */
    private static final byte[] GUID_TAIL = {
        0, 0, 0, 0, 0x10, 0, (byte) 0x80, 0, 0, (byte) 0xAA, 0, 0x38, (byte) 0x9B, 0x71
    };

    static final int SHORTEST = 16;
    private static final int EXTENSIBLE_SIZE = 40;
    private static final int SLOWEST = 4_000;
    private static final int FASTEST = 384_000;

    /** @param chunk little-endian, from the first byte behind the chunk's size to its last */
    static WavFormat of(ByteBuffer chunk) {
        if (chunk.remaining() < SHORTEST) {
            throw new NotAudio("The WAV header is too short to describe a format.");
        }
        int tag = chunk.getShort() & 0xFFFF;
        int channels = chunk.getShort() & 0xFFFF;
        long rate = chunk.getInt() & 0xFFFFFFFFL;
        long bytesPerSecond = chunk.getInt() & 0xFFFFFFFFL;
        int frameBytes = chunk.getShort() & 0xFFFF;
        int bits = chunk.getShort() & 0xFFFF;
        if (tag == EXTENSIBLE) {
            tag = extended(chunk, bits);
        }
        if (channels == 0 || rate == 0 || bits == 0) {
            throw new NotAudio(
                    "The WAV header describes no sound: %d channels, %d Hz, %d bit.".formatted(channels, rate, bits));
        }
        if (tag != PCM && tag != IEEE_FLOAT) {
            throw new FormatNotRead("This WAV file is compressed (format %d).".formatted(tag));
        }
        if (channels > 2) {
            throw new FormatNotRead("This recording has %d channels.".formatted(channels));
        }
        boolean floats = tag == IEEE_FLOAT;
        if (floats ? bits != 32 && bits != 64 : bits != 8 && bits != 16 && bits != 24 && bits != 32) {
            throw new FormatNotRead("This recording has samples of %d bit.".formatted(bits));
        }
        if (rate < SLOWEST || rate > FASTEST) {
            throw new NotAudio("The WAV header says %d Hz, and no speech is recorded at that rate.".formatted(rate));
        }
        // A header that contradicts itself leaves open at which speed the samples were taken.
        if (frameBytes != channels * bits / 8 || bytesPerSecond != rate * frameBytes) {
            throw new NotAudio(
                    "The WAV header contradicts itself: %d channels of %d bit at %d Hz are not %d bytes a frame and %d a second."
                            .formatted(channels, bits, rate, frameBytes, bytesPerSecond));
        }
        return new WavFormat(channels, (int) rate, bits, floats);
    }

    private static int extended(ByteBuffer chunk, int bits) {
        if (chunk.limit() < EXTENSIBLE_SIZE || chunk.getShort() < EXTENSIBLE_SIZE - SHORTEST - 2) {
            throw new NotAudio("The WAV header announces an extension that is not there.");
        }
        int validBits = chunk.getShort() & 0xFFFF;
        if (validBits > bits) {
            throw new NotAudio("The WAV header claims %d valid of %d bits.".formatted(validBits, bits));
        }
        chunk.getInt(); // which loudspeaker a channel is for
        int tag = chunk.getShort() & 0xFFFF;
        byte[] tail = new byte[GUID_TAIL.length];
        chunk.get(tail);
        return java.util.Arrays.equals(tail, GUID_TAIL) ? tag : EXTENSIBLE;
    }

    int frameBytes() {
        return channels * bits / 8;
    }
}
