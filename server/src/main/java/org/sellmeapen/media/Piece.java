package org.sellmeapen.media;

import org.jspecify.annotations.Nullable;

/**
 * Quarter seconds on their way from memory to the file. The buffers are its own.
 *
 * @param count more than one for silence only
 * @param provisional will be written again when its time is over
 */
record Piece(int first, int count, int used, short @Nullable [] rep, short @Nullable [] buyer, boolean provisional) {

    boolean isSilent() {
        return rep == null && buyer == null;
    }

    long end() {
        return (long) (first + count - 1) * Segment.SAMPLES + used;
    }

    boolean isFollowedBy(int next) {
        return isSilent() && !provisional && used == Segment.SAMPLES && first + count == next;
    }

    void release(SampleBuffers buffers) {
        buffers.giveBack(rep);
        buffers.giveBack(buyer);
    }
}
