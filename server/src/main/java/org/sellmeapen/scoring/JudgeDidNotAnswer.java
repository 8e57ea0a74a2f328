package org.sellmeapen.scoring;

import java.util.Map;
import org.sellmeapen.kernel.Problem;

/** A judge cannot be compared that does not judge. */
final class JudgeDidNotAnswer extends Problem {

    private final String why;

    /** @param why as a card says why the built-in judge stands for it */
    JudgeDidNotAnswer(String why) {
        super(
                Kind.PROVIDER,
                "judge-did-not-answer",
                502,
                "The model did not judge all of the conversations (" + why
                        + "), so it was not compared, and nothing has changed.");
        this.why = why;
    }

    String why() {
        return why;
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of("why", why);
    }
}
