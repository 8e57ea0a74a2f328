package org.sellmeapen.voice;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What was made of a turn so far: its clauses, one after the other, and where each lies on its audio. */
final class SpokenTurn {

    private final List<SpokenClause> clauses = new ArrayList<>();
    private long ms;

    /** All of it that was made. */
    long ms() {
        return ms;
    }

    void begin(String clause) {
        clauses.add(new SpokenClause(clause, ms));
    }

    SpokenClause latest() {
        return clauses.getLast();
    }

    void grow(long moreMs) {
        ms += moreMs;
        latest().grow(moreMs);
    }

    String heardBy(long playedMs) {
        return clauses.stream()
                .map(clause -> clause.heardBy(playedMs))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(" "));
    }
}
