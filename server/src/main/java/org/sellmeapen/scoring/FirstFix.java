package org.sellmeapen.scoring;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.conversation.Seat;
import org.sellmeapen.conversation.Speaker;
import org.sellmeapen.conversation.Transcript;

/** Chooses the one criterion with most to gain for which a moment to retry is known. */
final class FirstFix {

    private FirstFix() {}

    static @Nullable FixFirst choose(List<CriterionResult> criteria, Transcript transcript, Seat seat) {
        Optional<CriterionResult> most = criteria.stream()
                .filter(one -> one.verdict() == Verdict.NO || one.verdict() == Verdict.PARTIAL)
                .filter(one -> turn(one, transcript, seat) != null)
                .max(Comparator.comparingDouble(one -> (one.of() - one.points()) * (one.unsure() ? 0.75 : 1)));
        return most.map(one ->
                        new FixFirst(one.id(), one.name(), turn(one, transcript, seat), one.why(), one.betterLine()))
                .orElse(null);
    }

    /** The person's own turn at, or next after, the first chance that was missed or spoiled. */
    private static @Nullable Integer turn(CriterionResult one, Transcript transcript, Seat seat) {
        Speaker person = seat == Seat.BUYER ? Speaker.BUYER : Speaker.REP;
        return one.evidence().stream()
                .sorted(Comparator.comparingInt((Evidence evidence) -> order(evidence.shows()))
                        .thenComparingInt(Evidence::turn))
                .map(evidence -> own(evidence.turn(), transcript, person))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(null);
    }

    private static int order(Shows shows) {
        return switch (shows) {
            case CHANCE_MISSED -> 0;
            case CONTRADICTS -> 1;
            case HALF -> 2;
            case SUPPORTS -> 3;
        };
    }

    private static Optional<Integer> own(int turn, Transcript transcript, Speaker person) {
        for (int k = turn; k < transcript.turns().size(); k++) {
            if (transcript.turns().get(k).speaker() == person) {
                return Optional.of(k);
            }
        }
        return Optional.empty();
    }
}
