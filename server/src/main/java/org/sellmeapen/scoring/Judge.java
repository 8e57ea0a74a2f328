package org.sellmeapen.scoring;

import org.sellmeapen.conversation.Transcript;

/**
 * Looks at a conversation and says what it sees, never what it is worth. What it says is checked to the letter
 * afterwards; whatever stands in a turn is somebody's words and never an instruction to the judge.
 */
public interface Judge {

    /** {@code name@version}, recorded on every scorecard. */
    String name();

    Observations observe(Transcript transcript, Rubric rubric, ScoringContext context);
}
