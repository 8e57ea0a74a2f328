package org.sellmeapen.voice;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The counterpart's turns that wait behind the one that sounds. */
final class TurnsToSay {

    /** @param open more of it may come */
    record Text(int turn, String words, boolean open) {}

    private final Deque<Text> waiting = new ArrayDeque<>();

    void add(int turn, String words, boolean open) {
        waiting.add(new Text(turn, words, open));
    }

    @Nullable
    Text next() {
        return waiting.poll();
    }

    void clear() {
        waiting.clear();
    }

    /** False where that turn is not the last one here, or all of it is known. */
    boolean goesOn(int turn, String words) {
        return change(turn, text -> new Text(turn, text.words() + " " + words, true));
    }

    void ends(int turn) {
        change(turn, text -> new Text(turn, text.words(), false));
    }

    private boolean change(int turn, UnaryOperator<Text> change) {
        Text last = waiting.peekLast();
        if (last == null || last.turn() != turn || !last.open()) {
            return false;
        }
        waiting.removeLast();
        waiting.add(change.apply(last));
        return true;
    }
}
