package org.sellmeapen.media;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Brings back quarter seconds, one after the other or anywhere. For one thread. */
final class SegmentReader implements AutoCloseable {

    /** About five seconds of both channels are asked for at once, where so many are wanted. */
    private static final int AT_ONCE = 512 << 10;

    final RecordingIndex index;
    final short[] rep = new short[Segment.SAMPLES];
    final short[] buyer = new short[Segment.SAMPLES];
    private final Source source;
    private final RecordingCipher cipher;
    private byte[] chunk = new byte[0];
    private long chunkFrom;

    SegmentReader(Source source, RecordingCipher cipher) {
        this(source, cipher, RecordingIndex.of(source, cipher));
    }

    SegmentReader(Source source, RecordingCipher cipher, RecordingIndex index) {
        this.source = source;
        this.cipher = cipher;
        this.index = index;
    }

    /**
     * Fills {@link #rep} and {@link #buyer}.
     *
     * @param upTo the last quarter second that will be wanted after this one
     */
    void load(int segment, int upTo) {
        RecordingIndex.Entry entry = index.find(segment);
        if (entry == null) {
            Arrays.fill(rep, (short) 0);
            Arrays.fill(buyer, (short) 0);
            return;
        }
        byte[] plain = cipher.open(entry.heading(), body(entry, upTo))
                .orElseThrow(() -> new RecordingDamaged(
                        cipher.id(), "quarter second " + segment + " was changed, or its key is not here"));
        int channels = entry.heading().channels();
        if (plain.length != Integer.bitCount(channels) * SampleBuffers.BYTES) {
            throw new RecordingDamaged(cipher.id(), "quarter second " + segment + " has a wrong length");
        }
        int at = 0;
        for (Channel channel : Channel.values()) {
            short[] samples = channel == Channel.REP ? rep : buyer;
            if ((channels & channel.bit()) == 0) {
                Arrays.fill(samples, (short) 0);
            } else {
                ByteBuffer.wrap(plain, at, SampleBuffers.BYTES)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .asShortBuffer()
                        .get(samples);
                at += SampleBuffers.BYTES;
            }
        }
    }

    private byte[] body(RecordingIndex.Entry entry, int upTo) {
        if (entry.body() < chunkFrom || entry.end() > chunkFrom + chunk.length) {
            RecordingIndex.Entry last = index.find(upTo);
            long wanted = last == null ? entry.end() : Math.max(entry.end(), last.end());
            // With the heading, so that what follows in the file begins where it is looked for.
            int length = (int) Math.max(entry.end() - entry.body(), Math.min(AT_ONCE, wanted - entry.body()));
            chunk = source.read(entry.body(), length);
            chunkFrom = entry.body();
            if (chunk.length < entry.heading().body()) {
                throw new RecordingDamaged(cipher.id(), "its end is missing");
            }
        }
        int at = (int) (entry.body() - chunkFrom);
        return Arrays.copyOfRange(chunk, at, at + entry.heading().body());
    }

    @Override
    public void close() {
        source.close();
    }
}
