package org.sellmeapen.scoring;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.conversation.Ending;
import org.sellmeapen.conversation.Outcome;

/**
 * Everything a judge saw in one conversation, before any of it is checked or counted.
 *
 * @param measured by criterion id
 * @param noOccasion criteria for which the conversation gave no occasion
 * @param blurred criteria on which the judge could read the words only in part (a language it hardly knows)
 * @param searched by criterion id: what was searched, for a verdict without a quote
 * @param ending the deciding sentence, absent where none was found
 * @param made how a model had part in it, absent where none had
 */
public record Observations(
        List<Observation> seen,
        Map<String, Measured> measured,
        Set<String> noOccasion,
        Set<String> blurred,
        Map<String, String> searched,
        Outcome outcome,
        @Nullable Ending ending,
        List<NotAvailable> notAvailable,
        @Nullable Made made) {

    public Observations(
            List<Observation> seen,
            Map<String, Measured> measured,
            Set<String> noOccasion,
            Set<String> blurred,
            Map<String, String> searched,
            Outcome outcome,
            @Nullable Ending ending,
            List<NotAvailable> notAvailable) {
        this(seen, measured, noOccasion, blurred, searched, outcome, ending, notAvailable, null);
    }

    Observations madeBy(Made how) {
        return new Observations(seen, measured, noOccasion, blurred, searched, outcome, ending, notAvailable, how);
    }

    public Observations {
        seen = List.copyOf(seen);
        measured = Map.copyOf(measured);
        noOccasion = Set.copyOf(noOccasion);
        blurred = Set.copyOf(blurred);
        searched = Map.copyOf(searched);
        notAvailable = List.copyOf(notAvailable);
    }
}
