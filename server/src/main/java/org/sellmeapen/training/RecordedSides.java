package org.sellmeapen.training;

import org.sellmeapen.audio.SampleStream;
import org.sellmeapen.media.Samples;

/** Both channels of a recording as one stereo stream, for what measures speech. */
final class RecordedSides implements SampleStream {

    private static final float FULL_SCALE = 32_768f;
    private static final int SIDES = 2;

    private final Samples rep;
    private final Samples buyer;
    private short[] left = new short[0];
    private short[] right = new short[0];

    RecordedSides(Samples rep, Samples buyer) {
        this.rep = rep;
        this.buyer = buyer;
    }

    @Override
    public int rate() {
        return rep.rate();
    }

    @Override
    public int channels() {
        return SIDES;
    }

    @Override
    public int read(float[] into) {
        int wanted = into.length / SIDES;
        if (left.length < wanted) {
            left = new short[wanted];
            right = new short[wanted];
        }
        int count = filled(rep, left, wanted);
        if (filled(buyer, right, wanted) != count) {
            throw new IllegalStateException("the sides of a recording are not of one length");
        }
        for (int i = 0; i < count; i++) {
            into[SIDES * i] = left[i] / FULL_SCALE;
            into[SIDES * i + 1] = right[i] / FULL_SCALE;
        }
        return count;
    }

    /** A read ends at each quarter second; the stream does not. */
    private static int filled(Samples side, short[] into, int wanted) {
        int count = 0;
        while (count < wanted) {
            int some = side.read(into, count, wanted - count);
            if (some < 0) {
                break;
            }
            count += some;
        }
        return count;
    }

    @Override
    public void close() {
        rep.close();
        buyer.close();
    }
}
