package org.sellmeapen.scoring;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.sellmeapen.conversation.Outcome;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a model wrote down about one window, as far as it is of the asked shape. */
record JudgeAnswer(
        List<Observation> seen,
        Set<String> noOccasion,
        Optional<Outcome> outcome,
        int decidingTurn,
        String decidingQuote,
        int misshapen) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MOST = 400;

    /** Empty where it is no JSON of that kind at all. */
    static Optional<JudgeAnswer> of(String text) {
        int from = text.indexOf('{');
        int to = text.lastIndexOf('}');
        if (from < 0 || to < from) {
            return Optional.empty();
        }
        JsonNode root;
        try {
            root = JSON.readTree(text.substring(from, to + 1)); // some models put a fence around it all the same
        } catch (JacksonException _) {
            return Optional.empty();
        }
        if (!root.path("observations").isArray()) {
            return Optional.empty();
        }
        List<Observation> seen = new ArrayList<>();
        int misshapen = 0;
        for (JsonNode one : root.path("observations")) {
            Optional<Observation> observation = seen.size() < MOST ? observation(one) : Optional.empty();
            observation.ifPresent(seen::add);
            misshapen += observation.isPresent() ? 0 : 1;
        }
        Set<String> noOccasion = new LinkedHashSet<>();
        root.path("no_occasion").forEach(id -> noOccasion.add(id.asString("")));
        return Optional.of(new JudgeAnswer(
                seen,
                noOccasion,
                outcome(root.path("outcome").asString("")),
                root.path("deciding_turn").asInt(-1),
                root.path("deciding_quote").asString(""),
                misshapen));
    }

    private static Optional<Observation> observation(JsonNode one) {
        String shows = one.path("shows").asString("").toUpperCase(Locale.ROOT);
        JsonNode turn = one.path("turn");
        String quote = one.path("quote").asString("");
        boolean known =
                List.of("SUPPORTS", "HALF", "CONTRADICTS", "CHANCE_MISSED").contains(shows);
        if (!known || !turn.isIntegralNumber() || quote.isBlank()) {
            return Optional.empty();
        }
        double confidence = Math.clamp(one.path("confidence").asDouble(0.5), 0.05, 0.99);
        return Optional.of(new Observation(
                one.path("criterion").asString(""), turn.asInt(), quote, Shows.valueOf(shows), confidence));
    }

    private static Optional<Outcome> outcome(String code) {
        for (Outcome outcome : Outcome.values()) {
            if (outcome.code().equals(code)) {
                return Optional.of(outcome);
            }
        }
        return Optional.empty();
    }
}
