package org.sellmeapen.media;

import java.util.ArrayDeque;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The last moments of a recording, in memory, where they can still be corrected. Not thread-safe.
 *
 * <p>How much a dying process can take: a quarter second of audio (250 ms) is written for good once the clock is 600 ms
 * past its end, so 850 ms after its first sample; whatever stands still gets written provisionally 930 ms after the first
 * sample of its quarter second came in; the writer looks every 50 ms. That makes 980 ms, and 20 ms for the writing.
 */
final class Window {

    static final int HOLD_MILLIS = 600;
    static final int PROVISIONAL_AFTER_MILLIS = 930;

    private static final int HOLD = Segment.RATE / 1000 * HOLD_MILLIS;
    /** 4 s: how far the channels may be apart. */
    static final int SLOTS = 16;
    /** A rep that sends nothing for so long is no clock any more. */
    private static final int REP_RESTS_MILLIS = 4000;

    private static final long MOST = (long) Segment.MOST_SEGMENTS * Segment.SAMPLES;
    /** An hour: who jumps further is wrong. */
    private static final long FARTHEST = 3600L * Segment.RATE;
    /** 8 s of pieces a disk that hangs may be behind. */
    private static final int MOST_PENDING = 32;

    private static final long CLEAN = Long.MIN_VALUE;

    private final SampleBuffers buffers;
    private final Slot[] ring = new Slot[SLOTS];
    private final ArrayDeque<Piece> pending = new ArrayDeque<>();
    private int firstOpen;
    private long head;
    private long repHead;
    private long repAt = CLEAN;
    private long dropped;

    private static final class Slot {
        private short @Nullable [] rep;
        private short @Nullable [] buyer;
        private long touchedAt = CLEAN;
    }

    /**
     * @param samples how long the recording is already
     * @param rep what its last, unfinished quarter second holds
     */
    Window(SampleBuffers buffers, long samples, short @Nullable [] rep, short @Nullable [] buyer) {
        this.buffers = buffers;
        this.firstOpen = (int) (samples / Segment.SAMPLES);
        this.head = samples;
        this.repHead = samples;
        for (int slot = 0; slot < SLOTS; slot++) {
            ring[slot] = new Slot();
        }
        if (rep != null) {
            put(slot(firstOpen), Channel.REP, 0, rep, 0, Segment.SAMPLES);
        }
        if (buyer != null) {
            put(slot(firstOpen), Channel.BUYER, 0, buyer, 0, Segment.SAMPLES);
        }
    }

    Taken write(Channel channel, long at, short[] samples, int from, int length, long now) {
        Objects.checkFromIndexSize(from, length, samples.length);
        if (at < 0 || at > Math.min(head + FARTHEST, MOST) - length) {
            return Taken.TOO_FAR;
        }
        long end = at + length;
        long floor = (long) firstOpen * Segment.SAMPLES;
        long late = Math.min(length, Math.max(0, floor - at));
        dropped += late;
        if (late == length && length > 0) {
            return Taken.TOO_LATE;
        }
        long position = at + late;
        int lost = 0;
        while (position < end) {
            int segment = (int) (position / Segment.SAMPLES);
            while (segment - firstOpen >= SLOTS) {
                closeFirst(Segment.SAMPLES);
            }
            int within = (int) (position % Segment.SAMPLES);
            int some = (int) Math.min(Segment.SAMPLES - within, end - position);
            Slot slot = slot(segment);
            if (!put(slot, channel, within, samples, from + (int) (position - at), some)) {
                lost += some;
            }
            if (slot.touchedAt == CLEAN) {
                slot.touchedAt = now;
            }
            position += some;
        }
        head = Math.max(head, end);
        if (channel == Channel.REP) {
            repHead = Math.max(repHead, end);
            repAt = now;
        }
        dropped += lost;
        return late + lost == 0 ? Taken.ALL : Taken.SOME;
    }

    /** Hands over to {@link #next()} what is due now. */
    void collect(long now) {
        boolean repIsClock = repAt != CLEAN && now - repAt < REP_RESTS_MILLIS;
        long clock = repIsClock ? repHead : head;
        while ((long) (firstOpen + 1) * Segment.SAMPLES + HOLD <= clock) {
            closeFirst(Segment.SAMPLES);
        }
        for (int segment = firstOpen; (long) segment * Segment.SAMPLES < head; segment++) {
            Slot slot = slot(segment);
            if (slot.touchedAt != CLEAN && now - slot.touchedAt >= PROVISIONAL_AFTER_MILLIS) {
                slot.touchedAt = CLEAN;
                Piece copy = new Piece(segment, 1, used(segment), copy(slot.rep), copy(slot.buyer), true);
                if (!copy.isSilent()) {
                    add(copy);
                }
            }
        }
    }

    /** Hands over everything; nothing may be written afterwards. */
    void collectAll() {
        while ((long) firstOpen * Segment.SAMPLES < head) {
            closeFirst(used(firstOpen));
        }
    }

    @Nullable
    Piece next() {
        return pending.poll();
    }

    /** It could not be written; it comes first again. */
    void again(Piece piece) {
        pending.addFirst(piece);
    }

    void releaseAll() {
        for (Slot slot : ring) {
            buffers.giveBack(slot.rep);
            buffers.giveBack(slot.buyer);
            slot.rep = null;
            slot.buyer = null;
        }
        pending.forEach(piece -> piece.release(buffers));
        pending.clear();
    }

    long dropped() {
        return dropped;
    }

    private int used(int segment) {
        return (int) Math.min(Segment.SAMPLES, head - (long) segment * Segment.SAMPLES);
    }

    private void closeFirst(int used) {
        Slot slot = slot(firstOpen);
        Piece piece = new Piece(firstOpen, 1, used, slot.rep, slot.buyer, false);
        slot.rep = null;
        slot.buyer = null;
        slot.touchedAt = CLEAN;
        firstOpen++;
        Piece last = pending.peekLast();
        if (piece.isSilent() && last != null && last.isFollowedBy(piece.first())) {
            pending.pollLast();
            pending.add(new Piece(last.first(), last.count() + 1, used, null, null, false));
        } else {
            add(piece);
        }
    }

    private void add(Piece piece) {
        pending.add(piece);
        if (pending.size() > MOST_PENDING) {
            // Something must go: what was to be written again anyway, else the oldest.
            Piece victim =
                    pending.stream().filter(Piece::provisional).findFirst().orElse(pending.getFirst());
            pending.remove(victim);
            if (!victim.provisional() && !victim.isSilent()) {
                dropped += victim.used();
            }
            victim.release(buffers);
        }
    }

    private Slot slot(int segment) {
        return ring[segment % SLOTS];
    }

    /** False when there is no memory for it. */
    private boolean put(Slot slot, Channel channel, int at, short[] samples, int from, int length) {
        short[] buffer = channel == Channel.REP ? slot.rep : slot.buyer;
        if (buffer == null) {
            if (isSilent(samples, from, length)) {
                return true;
            }
            buffer = buffers.borrow();
            if (buffer == null) {
                return false;
            }
            if (channel == Channel.REP) {
                slot.rep = buffer;
            } else {
                slot.buyer = buffer;
            }
        }
        System.arraycopy(samples, from, buffer, at, length);
        return true;
    }

    private short @Nullable [] copy(short @Nullable [] buffer) {
        if (buffer == null) {
            return null;
        }
        short[] copy = buffers.borrow();
        if (copy != null) {
            System.arraycopy(buffer, 0, copy, 0, buffer.length);
        }
        return copy;
    }

    static boolean isSilent(short[] samples, int from, int length) {
        for (int i = from; i < from + length; i++) {
            if (samples[i] != 0) {
                return false;
            }
        }
        return true;
    }
}
