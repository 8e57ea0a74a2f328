package org.sellmeapen.scoring;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One criterion of a scorecard.
 *
 * @param unsure low confidence; widens the band and never changes the verdict
 * @param points 0 to {@code of}
 * @param of the criterion's weight in the rubric
 * @param why one or two plain sentences
 * @param evidence verbatim; never empty for yes or partial unless {@code measured} is there
 */
public record CriterionResult(
        String id,
        String name,
        String section,
        Verdict verdict,
        boolean unsure,
        double points,
        int of,
        String why,
        List<Evidence> evidence,
        @Nullable Measured measured,
        @Nullable String betterLine) {

    public CriterionResult {
        evidence = List.copyOf(evidence);
    }
}
