package org.sellmeapen.scoring;

import org.sellmeapen.conversation.ActAnalyser;
import org.sellmeapen.conversation.Transcript;

/** Rubrics and built-in judge without server or database, for the command line and evaluations. */
public final class BuiltInScoring {

    private final Rubrics rubrics = Rubrics.shipped();
    private final Scorer scorer;

    private BuiltInScoring(Scorer scorer) {
        this.scorer = scorer;
    }

    public static BuiltInScoring with(ActAnalyser analyser) {
        return new BuiltInScoring(Scorer.builtIn(analyser));
    }

    /** @throws NoSuchRubric where there is none of that id */
    public void mustKnow(String rubric) {
        rubrics.byId(rubric);
    }

    public Scorecard score(Transcript transcript, String rubric) {
        return scorer.score(transcript, rubrics.byId(rubric), ScoringContext.none());
    }
}
