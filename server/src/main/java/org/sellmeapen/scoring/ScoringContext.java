package org.sellmeapen.scoring;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.conversation.Ending;

/**
 * What whoever orders a scorecard knows beyond the words. A real call knows nothing: {@link #none()}.
 *
 * @param betterLines by criterion id, from the scenario's own content
 * @param knownEnding how it ended, where that is known; with an empty sentence where nobody decided
 * @param techniquesUsed what an AI seller used, by turn
 * @param techniqueTags what the person said it was, by turn
 * @param briefMust phrases of the person's brief to be brought up (buyer's seat), each with its keywords
 * @param briefMustNot phrases of the brief to be kept back (buyer's seat), each with its keywords
 */
public record ScoringContext(
        Map<String, String> betterLines,
        @Nullable Ending knownEnding,
        List<Technique> techniquesUsed,
        List<Technique> techniqueTags,
        List<BriefPoint> briefMust,
        List<BriefPoint> briefMustNot) {

    public record Technique(int turn, String technique) {}

    public record BriefPoint(String point, List<String> keywords) {}

    public ScoringContext {
        betterLines = Map.copyOf(betterLines);
        techniquesUsed = List.copyOf(techniquesUsed);
        techniqueTags = List.copyOf(techniqueTags);
        briefMust = List.copyOf(briefMust);
        briefMustNot = List.copyOf(briefMustNot);
    }

    public static ScoringContext none() {
        return new ScoringContext(Map.of(), null, List.of(), List.of(), List.of(), List.of());
    }
}
