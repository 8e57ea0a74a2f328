package org.sellmeapen.scoring;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.conversation.Ending;
import org.sellmeapen.conversation.Outcome;

/**
 * What a conversation was worth under a rubric.
 *
 * @param total 0-100 = 100 x points / weight of the observed criteria, rounded; absent when under half of the weight
 *     was observed (the reason then stands in {@code notAvailable})
 * @param observedWeight share of the rubric's weight that was observed, 0-1
 * @param ending the deciding sentence, absent where the conversation has none
 * @param rubric {@code id@version}
 * @param judge {@code name@version}, or {@code provider/model+prompt}
 * @param made how a model had part in it, absent where none was set up
 */
public record Scorecard(
        @Nullable String transcriptId,
        @Nullable Integer total,
        @Nullable Band band,
        double observedWeight,
        Outcome outcome,
        @Nullable Ending ending,
        List<CriterionResult> criteria,
        @Nullable FixFirst fixFirst,
        String rubric,
        String judge,
        List<NotAvailable> notAvailable,
        @Nullable Made made) {

    public Scorecard {
        criteria = List.copyOf(criteria);
        notAvailable = List.copyOf(notAvailable);
    }
}
