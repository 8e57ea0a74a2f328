package org.sellmeapen.scenarios;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.conversation.Seat;

/** What to list; an absent part matches everything. {@code words} must all occur in what the shelf shows. */
public record ScenarioFilter(
        @Nullable Category category,
        @Nullable Level level,
        @Nullable String industry,
        @Nullable String language,
        @Nullable Seat seat,
        @Nullable String words) {

    public static final ScenarioFilter ALL = new ScenarioFilter(null, null, null, null, null, null);

    boolean matches(Scenario scenario) {
        Script script = scenario.script();
        return (category == null || category == script.category())
                && (level == null || script.levels().containsKey(level))
                && (industry == null || industry.equalsIgnoreCase(script.industry()))
                && (language == null || language.equalsIgnoreCase(script.language()))
                && (seat == null || seat == script.seat())
                && (words == null || contains(script, words));
    }

    private static boolean contains(Script script, String words) {
        String shelf = String.join(
                        " ",
                        script.title(),
                        script.summary(),
                        script.industry(),
                        script.persona().name(),
                        script.persona().role(),
                        script.persona().company() == null
                                ? ""
                                : script.persona().company())
                .toLowerCase(Locale.ROOT);
        for (String word : words.toLowerCase(Locale.ROOT).strip().split("\\s+")) {
            if (!shelf.contains(word)) {
                return false;
            }
        }
        return true;
    }
}
