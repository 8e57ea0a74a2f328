package org.sellmeapen.evals.levels;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sellmeapen.evals.levels.Notes.Focus;

/** Puts a move into words; a move whose slots are empty gives way to a plainer one. */
final class Mouth {

    private static final Set<String> ABOUT_NEED = Set.of(
            "benefit",
            "price_with_value",
            "sum_and_ask",
            "last_try",
            "trial_close",
            "summary",
            "quantify_ask",
            "ask_order",
            "quantify_product",
            "quantify_cost",
            "quantify_year",
            "about_me");
    private static final Map<String, String> PLAINER = Map.ofEntries(
            Map.entry("follow_up", "follow_up_plain"),
            Map.entry("benefit", "benefit_loose"),
            Map.entry("benefit_loose", "trial_close"),
            Map.entry("feature", "trial_close"),
            Map.entry("feature_dump", "proof_vague"),
            Map.entry("proof", "trial_close"),
            Map.entry("answer", "isolate"),
            Map.entry("answer_question", "dont_know"),
            Map.entry("price_with_value", "price_bare"),
            Map.entry("price_bare", "dont_know"),
            Map.entry("quantify_ask", "ask_numbers"),
            Map.entry("sum_and_ask", "ask_order"),
            Map.entry("find_out", "ask_situation"),
            Map.entry("summary", "trial_close"));

    private final Lines lines;
    private final Notes notes;
    private final Chance chance;
    private final Set<String> used = new HashSet<>();

    Mouth(Lines lines, Notes notes, Chance chance) {
        this.lines = lines;
        this.notes = notes;
        this.chance = chance;
    }

    String say(String move) {
        String words = lines.draw(move, slots(move), used, chance.dice())
                .or(() -> Optional.ofNullable(PLAINER.get(move)).map(this::say))
                .orElse("");
        notes.told(words);
        return words;
    }

    String saySum(Notes.Sum sum) {
        Map<String, String> slots = slots(sum.move());
        sum.into(slots);
        return lines.draw(sum.move(), slots, used, chance.dice()).orElse("");
    }

    String leadIn() {
        return chance.one(lines.of("lead_in"));
    }

    static String joined(List<String> parts) {
        return String.join(
                " ",
                parts.stream()
                        .map(String::strip)
                        .filter(part -> !part.isEmpty())
                        .toList());
    }

    private Map<String, String> slots(String move) {
        Focus focus = ABOUT_NEED.contains(move) ? Focus.NEED : Focus.LATEST;
        return notes.withFacts(notes.slots(focus), focus, move.equals("proof"));
    }
}
