package org.sellmeapen.voice;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Pairs what a vendor says by itself with the turns that the mind gave to it in the record: either may be there first, and
 * the record is to hold what was really said.
 */
final class OwnAnswers {

    private static final class Pair {
        private RelayMouth.@Nullable Reply reply;
        private int onRecord = -1;
        private @Nullable Runnable settle;
    }

    private final Deque<Pair> pairs = new ArrayDeque<>();
    private final IntConsumer unanswered;

    /** @param unanswered a turn in the record that the vendor never spoke */
    OwnAnswers(IntConsumer unanswered) {
        this.unanswered = unanswered;
    }

    /** The turn in the record that waits for the vendor to speak it, or -1. */
    int waiting() {
        return pairs.stream()
                .filter(pair -> pair.reply == null)
                .mapToInt(pair -> pair.onRecord)
                .findFirst()
                .orElse(-1);
    }

    void begun(RelayMouth.Reply reply) {
        Pair pair = first(p -> p.reply == null);
        pair.reply = reply;
        reply.onRecord = pair.onRecord;
    }

    void recorded(int turn) {
        for (Pair open : pairs.toArray(Pair[]::new)) {
            if (open.onRecord >= 0 && open.reply == null) {
                pairs.remove(open); // it answers two at once
                unanswered.accept(open.onRecord);
            }
        }
        Pair pair = first(p -> p.onRecord < 0);
        pair.onRecord = turn;
        if (pair.reply != null) {
            pair.reply.onRecord = turn;
        }
        ifComplete(pair);
    }

    /** What is to be written once the turn is known; at once where it is. */
    void settle(RelayMouth.Reply reply, Consumer<Integer> write) {
        for (Pair pair : pairs.toArray(Pair[]::new)) {
            if (pair.reply == reply) {
                pair.settle = () -> write.accept(reply.onRecord);
                ifComplete(pair);
                return;
            }
        }
        if (reply.onRecord >= 0) {
            write.accept(reply.onRecord); // it was settled before, and is cut now
        }
    }

    void forget(RelayMouth.Reply reply) {
        pairs.removeIf(pair -> pair.reply == reply);
    }

    private void ifComplete(Pair pair) {
        if (pair.onRecord >= 0 && pair.settle != null) {
            pairs.remove(pair);
            pair.settle.run();
        }
    }

    private Pair first(java.util.function.Predicate<Pair> open) {
        for (Pair pair : pairs) {
            if (open.test(pair)) {
                return pair;
            }
        }
        Pair made = new Pair();
        pairs.add(made);
        return made;
    }
}
