package org.sellmeapen.voice;

import io.netty.buffer.ByteBuf;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lays both sides onto one clock: the person's as their microphone tells, the counterpart's where it really sounded, which
 * the other end tells a moment later. Until then, and for who never tells, it is where it must have sounded.
 */
final class Tape {

    /** Samples at 24 kHz on the call clock. */
    interface Tracks {
        void person(long atSample, short[] samples, int length);

        void counterpart(long atSample, short[] samples, int length);

        /** Whether it may still be kept. May block. */
        default boolean isAllowed() {
            return true;
        }

        void close();
    }

    private static final int RATE = 24_000;

    /** Who tells where their sound plays does so within this; the first sound leaves a page about 100 ms after it came. */
    private static final long TELL_WITHIN_MS = 400;

    /** A page that has told before will tell again, however busy it is. */
    private static final long TELL_AGAIN_WITHIN_MS = 3_000;

    /** So long after it sounded news may come that it sounded later, or not; what is written can still be corrected then. */
    private static final long SETTLED_AFTER_MS = 300;

    private static final long USUAL_DELAY_MS = 100;

    /** Behind the microphone no sound is laid later than this. */
    static final int LATEST_MS = (int) (TELL_AGAIN_WITHIN_MS + SETTLED_AFTER_MS);

    private record Piece(int turn, long fromMs, long sentAtMs, short[] samples) {}

    private @Nullable Tracks kept;
    private final List<Tracks> onto = new ArrayList<>();
    private final int upRate;
    private final @Nullable UpTo24 upTo24;
    private final Deque<Piece> pieces = new ArrayDeque<>();
    private final short[] frame = new short[RATE / 10];

    private boolean tells;
    private int placedTurn = -1;
    private long placedBy;

    Tape(@Nullable Tracks tracks, int upRate) {
        this.kept = tracks;
        if (tracks != null) {
            onto.add(tracks);
        }
        this.upRate = upRate;
        this.upTo24 = upRate == RATE ? null : new UpTo24();
    }

    boolean records() {
        return kept != null;
    }

    /** What is kept of it; null where that is nothing. */
    @Nullable
    Tracks kept() {
        return kept;
    }

    /** What was kept until now stays. */
    void keepNoMore() {
        Tracks was = kept;
        kept = null;
        if (was != null) {
            without(was);
        }
    }

    /** Whether anybody listens to it, to keep it or not. */
    boolean runs() {
        return !onto.isEmpty();
    }

    /** From now on onto these too; closed with the tape. */
    void onto(Tracks more) {
        onto.add(more);
    }

    void without(Tracks tracks) {
        if (onto.remove(tracks)) {
            tracks.close();
        }
        if (onto.isEmpty()) {
            pieces.clear();
        }
    }

    /** A frame of the microphone; its reader stays where it is. */
    void person(long clockMs, ByteBuf pcm) {
        if (onto.isEmpty()) {
            return;
        }
        int length = Math.min(pcm.readableBytes() / 2, frame.length);
        for (int k = 0; k < length; k++) {
            frame[k] = pcm.getShortLE(pcm.readerIndex() + 2 * k);
        }
        long at = clockMs * RATE / 1000;
        if (upTo24 == null) {
            person(at, frame, length);
        } else {
            short[] more = upTo24.more(frame, length);
            person(at, more, upTo24.made());
        }
        due(clockMs);
    }

    private void person(long at, short[] samples, int length) {
        for (Tracks tracks : onto) {
            tracks.person(at, samples, length);
        }
    }

    /** A piece of the counterpart's voice left the house. */
    void sent(int turn, long fromMs, long clockMs, ByteBuf pcm) {
        if (onto.isEmpty()) {
            return;
        }
        short[] samples = new short[pcm.readableBytes() / 2];
        for (int k = 0; k < samples.length; k++) {
            samples[k] = pcm.getShortLE(pcm.readerIndex() + 2 * k);
        }
        pieces.add(new Piece(turn, fromMs, clockMs, samples));
    }

    /** The other end tells where a turn's audio sounds. */
    void sounds(int turn, long fromMs, long atMs) {
        tells = true;
        if (turn == placedTurn) {
            // It ran dry: what sounded before stays where it was.
            while (!pieces.isEmpty()
                    && pieces.peek().turn() == turn
                    && pieces.peek().fromMs() < fromMs) {
                write(pieces.remove());
            }
        }
        placedTurn = turn;
        placedBy = atMs - fromMs;
    }

    /** The turn ended here; what was sent beyond it was never heard. */
    void cut(int turn, long playedMs) {
        pieces.removeIf(piece -> piece.turn() == turn && piece.fromMs() >= playedMs);
    }

    /** Where a turn lies whose audio sounded up to there. */
    Mind.Span span(int turn, long playedMs, long clockMs) {
        long start = turn == placedTurn ? placedBy : clockMs - playedMs;
        return new Mind.Span(Math.max(0, start), Math.max(0, start + playedMs));
    }

    void close(long clockMs) {
        due(clockMs + SETTLED_AFTER_MS);
        pieces.clear(); // what is left had not sounded yet
        onto.forEach(Tracks::close);
        onto.clear();
    }

    /** Writes what has sounded by now, whether or not anybody speaks. */
    void turnsTo(long clockMs) {
        due(clockMs);
    }

    private void due(long clockMs) {
        while (!pieces.isEmpty()) {
            Piece next = pieces.peek();
            if (next.turn() != placedTurn) {
                if (clockMs - next.sentAtMs() < (tells ? TELL_AGAIN_WITHIN_MS : TELL_WITHIN_MS)) {
                    return;
                }
                placedTurn = next.turn();
                placedBy = next.sentAtMs() + USUAL_DELAY_MS - next.fromMs();
            }
            if (placedBy + next.fromMs() + SETTLED_AFTER_MS > clockMs) {
                return;
            }
            write(pieces.remove());
        }
    }

    private void write(Piece piece) {
        long at = (placedBy + piece.fromMs()) * RATE / 1000;
        for (Tracks tracks : onto) {
            tracks.counterpart(at, piece.samples(), piece.samples().length);
        }
    }
}
