package org.sellmeapen.roleplay;

import java.util.ArrayList;
import java.util.List;

/** Cuts words into clauses as they come: a clause is let go when what follows it has begun. */
final class ClauseCutter {

    /** A sentence shorter than this waits for the next, so that "Mr." is none. */
    private static final int SHORTEST = 4;
    /** Inside a sentence one cuts only behind so many letters. */
    private static final int BREATH = 48;

    private static final String ENDS = ".!?…؟।";
    private static final String DENSE_ENDS = "。！？";
    private static final String INNER = ",;:–—،；：、";
    private static final List<String> ABBREVIATIONS =
            List.of("Mr.", "Mrs.", "Ms.", "Dr.", "St.", "z.B.", "M.", "Sr.", "Sra.", "bzw.", "ca.");

    private final StringBuilder waiting = new StringBuilder();

    List<String> add(String more) {
        waiting.append(more);
        List<String> clauses = new ArrayList<>();
        int from = 0;
        for (int k = 0; k < waiting.length(); k++) {
            if (cuts(from, k)) {
                String clause = waiting.substring(from, k + 1).strip();
                if (!clause.isEmpty()) {
                    clauses.add(clause);
                }
                from = k + 1;
            }
        }
        waiting.delete(0, from);
        return clauses;
    }

    /** What was said last. */
    String rest() {
        String rest = waiting.toString().strip();
        waiting.setLength(0);
        return rest;
    }

    private boolean cuts(int from, int k) {
        char c = waiting.charAt(k);
        if (DENSE_ENDS.indexOf(c) >= 0) {
            return true;
        }
        boolean followed = k + 1 < waiting.length() && Character.isWhitespace(waiting.charAt(k + 1));
        if (!followed) {
            return false;
        }
        if (c == '\n') {
            return true;
        }
        String sofar = waiting.substring(from, k + 1).strip();
        if (ENDS.indexOf(c) >= 0) {
            return sofar.length() >= SHORTEST && ABBREVIATIONS.stream().noneMatch(sofar::endsWith);
        }
        return INNER.indexOf(c) >= 0 && sofar.length() >= BREATH;
    }
}
