package org.sellmeapen.scoring;

import java.util.UUID;
import org.sellmeapen.conversation.Transcript;

/**
 * What to judge.
 *
 * @param conversation the activity's own id for it
 * @param rubric id of the rubric, such as {@code core}
 * @param hintsUsed noted on the scorecard
 */
public record ScorecardOrder(
        UUID conversation, String rubric, Transcript transcript, ScoringContext context, int hintsUsed) {}
