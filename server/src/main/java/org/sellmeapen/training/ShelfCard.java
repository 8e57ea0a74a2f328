package org.sellmeapen.training;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.scenarios.Level;
import org.sellmeapen.scenarios.Scenario;
import org.sellmeapen.scenarios.Script;

/** A scenario as it stands on the shelf, with one's own best total. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ShelfCard(
        String id,
        String address,
        String title,
        String summary,
        String category,
        String industry,
        String seat,
        String language,
        List<String> levels,
        int minutes,
        SessionView.PersonaView persona,
        @Nullable Best best,
        int attempts) {

    record Best(int total, UUID sessionId, String level) {}

    static ShelfCard of(Scenario scenario, SessionLists.@Nullable Best best) {
        Script script = scenario.script();
        return new ShelfCard(
                scenario.id(),
                scenario.address().toString(),
                script.title(),
                script.summary(),
                script.category().code(),
                script.industry(),
                script.seat().code(),
                script.language(),
                script.levels().keySet().stream().sorted().map(Level::code).toList(),
                script.minutes(),
                SessionView.PersonaView.of(script.persona()),
                best == null || best.total() == null ? null : new Best(best.total(), best.session(), best.level()),
                best == null ? 0 : best.attempts());
    }
}
