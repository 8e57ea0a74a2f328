package org.sellmeapen.scoring;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says in plain words what a verdict rests on. */
final class Why {

    private Why() {}

    /** The observations that belong beside a verdict: for a yes what supports it, for a no what was missed or spoiled. */
    static List<Observation> backing(Verdict verdict, List<Observation> seen) {
        return switch (verdict) {
            case YES -> only(seen, Shows.SUPPORTS, Shows.HALF);
            case PARTIAL -> seen;
            case NO -> only(seen, Shows.CONTRADICTS, Shows.CHANCE_MISSED);
            case NOT_OBSERVED -> List.of();
        };
    }

    private static List<Observation> only(List<Observation> seen, Shows first, Shows second) {
        List<Observation> firsts =
                seen.stream().filter(one -> one.shows() == first).toList();
        // Half of it is quoted beside a yes only where nothing better is there.
        return first == Shows.SUPPORTS && !firsts.isEmpty()
                ? firsts
                : seen.stream()
                        .filter(one -> one.shows() == first || one.shows() == second)
                        .toList();
    }

    static String of(Verdict verdict, List<Evidence> evidence, @Nullable Measured measured, @Nullable String searched) {
        String where = evidence.isEmpty() ? "" : turns(evidence);
        String looked = searched == null ? "every turn" : searched;
        String arithmetic = measured == null ? "" : " " + measured.arithmetic() + ".";
        return switch (verdict) {
            case YES -> (where.isEmpty() ? "Met." : "Met in " + where + ".") + arithmetic;
            case PARTIAL -> (where.isEmpty() ? "Met in part." : "Met in part; see " + where + ".") + arithmetic;
            case NO ->
                (where.isEmpty()
                                ? "Nothing that meets it was found; searched " + looked + "."
                                : "Missed or spoiled in " + where + "; searched " + looked + ".")
                        + arithmetic;
            case NOT_OBSERVED -> "The conversation gave no occasion for it; searched " + looked + ".";
        };
    }

    /** As people count: from 1. */
    private static String turns(List<Evidence> evidence) {
        List<Integer> turns =
                evidence.stream().map(one -> one.turn() + 1).distinct().sorted().toList();
        return (turns.size() == 1 ? "turn " : "turns ")
                + turns.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
