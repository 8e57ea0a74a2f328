package org.sellmeapen.scoring;

import java.util.List;
import org.sellmeapen.conversation.Transcript;
import org.sellmeapen.conversation.Turn;

/** Drops what a judge says it saw but which does not stand there, or was said by the other side. */
final class QuoteCheck {

    private QuoteCheck() {}

    static List<Observation> kept(List<Observation> seen, Transcript transcript, Rubric rubric) {
        return seen.stream()
                .filter(one -> rubric.criteria().stream()
                        .anyMatch(criterion ->
                                criterion.id().equals(one.criterion()) && stands(one, transcript, criterion)))
                .toList();
    }

    private static boolean stands(Observation one, Transcript transcript, Rubric.Criterion criterion) {
        if (one.turn() < 0
                || one.turn() >= transcript.turns().size()
                || one.quote().isBlank()) {
            return false;
        }
        Turn turn = transcript.turns().get(one.turn());
        // A missed chance lies in what the other side offered, so it may be quoted from either side.
        boolean rightSide = criterion.quotesFrom() == null
                || one.shows() == Shows.CHANCE_MISSED
                || criterion.quotesFrom() == turn.speaker();
        return rightSide && turn.text().contains(one.quote());
    }
}
