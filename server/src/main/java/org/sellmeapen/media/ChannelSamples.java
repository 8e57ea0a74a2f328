package org.sellmeapen.media;

import java.util.Objects;

/** One channel, read from the beginning to the end. */
final class ChannelSamples implements Samples {

    private final SegmentReader reader;
    private final Channel channel;
    private long at;
    private int loaded = -1;

    ChannelSamples(SegmentReader reader, Channel channel) {
        this.reader = reader;
        this.channel = channel;
    }

    @Override
    public int rate() {
        return Segment.RATE;
    }

    @Override
    public long length() {
        return reader.index.samples();
    }

    @Override
    public int read(short[] into, int from, int length) {
        Objects.checkFromIndexSize(from, length, into.length);
        if (at >= length()) {
            return -1;
        }
        int segment = (int) (at / Segment.SAMPLES);
        if (segment != loaded) {
            reader.load(segment, reader.index.segments() - 1);
            loaded = segment;
        }
        int within = (int) (at % Segment.SAMPLES);
        int some = (int) Math.min(Math.min(length, Segment.SAMPLES - within), length() - at);
        System.arraycopy(channel == Channel.REP ? reader.rep : reader.buyer, within, into, from, some);
        at += some;
        return some;
    }

    @Override
    public void close() {
        reader.close();
    }
}
