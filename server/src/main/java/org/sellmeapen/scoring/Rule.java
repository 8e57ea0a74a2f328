package org.sellmeapen.scoring;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns counted observations into a verdict: the first line that holds, in the order written here, else {@code no}. */
public record Rule(@Nullable Condition notObserved, Condition yes, Condition partial) {

    public Verdict apply(Map<String, Double> counts) {
        if (notObserved != null && notObserved.holds(counts)) {
            return Verdict.NOT_OBSERVED;
        }
        if (yes.holds(counts)) {
            return Verdict.YES;
        }
        return partial.holds(counts) ? Verdict.PARTIAL : Verdict.NO;
    }
}
