package org.sellmeapen.speech;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.sellmeapen.kernel.NotValid;

/** How much each part of the two scores weighs; of each score a hundred in all. */
public record Weights(Map<String, Integer> clarity, Map<String, Integer> confidence) {

    private static final int WHOLE = 100;

    /** Those that are shipped. */
    public static Weights shipped() {
        Scores scores = Scores.shipped();
        return new Weights(of(scores.clarity()), of(scores.confidence()));
    }

    private static Map<String, Integer> of(List<Scores.PartText> parts) {
        return parts.stream()
                .collect(Collectors.toMap(
                        Scores.PartText::name, Scores.PartText::weight, (a, _) -> a, java.util.LinkedHashMap::new));
    }

    /** @throws NotValid unless every part has a weight from 0 to 100 and they make a hundred */
    public Weights valid() {
        Weights shipped = shipped();
        check("clarity", clarity, shipped.clarity());
        check("confidence", confidence, shipped.confidence());
        return this;
    }

    private static void check(String score, Map<String, Integer> given, Map<String, Integer> parts) {
        if (!given.keySet().equals(parts.keySet())) {
            throw new NotValid(score, "A weight is needed for each of " + String.join(", ", parts.keySet()));
        }
        if (given.values().stream().anyMatch(weight -> weight == null || weight < 0 || weight > WHOLE)
                || given.values().stream().mapToInt(Integer::intValue).sum() != WHOLE) {
            throw new NotValid(score, "The weights are from 0 to 100 and make 100 together");
        }
    }
}
