package org.sellmeapen.training;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.conversation.Phase;
import org.sellmeapen.conversation.Seat;
import org.sellmeapen.kernel.Page;
import org.sellmeapen.roleplay.Roleplay;
import org.sellmeapen.scenarios.Category;
import org.sellmeapen.scenarios.Level;
import org.sellmeapen.scenarios.Scenario;
import org.sellmeapen.scenarios.ScenarioFilter;
import org.sellmeapen.scenarios.ScenarioProblem;
import org.sellmeapen.scenarios.Scenarios;
import org.sellmeapen.scenarios.Script;
import org.sellmeapen.tenancy.ManagersSee;
import org.sellmeapen.tenancy.Needs;
import org.sellmeapen.tenancy.NeedsSignIn;
import org.sellmeapen.tenancy.Permission;
import org.sellmeapen.tenancy.SignedIn;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The shelf and the briefing: a scenario with nothing on it that only the counterpart may know. */
@RestController
class LibraryController {

    private final Scenarios scenarios;
    private final SessionLists lists;
    private final SessionPolicy policy;
    private final Roleplay roleplay;
    private final CounterpartDesk desk;

    LibraryController(
            Scenarios scenarios, SessionLists lists, SessionPolicy policy, Roleplay roleplay, CounterpartDesk desk) {
        this.desk = desk;
        this.scenarios = scenarios;
        this.lists = lists;
        this.policy = policy;
        this.roleplay = roleplay;
    }

    record LevelView(String level, String what) {}

    record ProductView(String name, String what, @Nullable String price, List<String> facts) {}

    record ExampleView(String speaker, String text) {}

    record TechniqueView(String id, String name, String what) {}

    record BriefView(String you, String situation, List<String> wants, List<String> holdsTo, List<String> mayGive) {}

    /** @param languages it can be played in now, its own first; others where a model is set up for talking */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Briefing(
            String id,
            String address,
            String title,
            String summary,
            String category,
            String industry,
            String seat,
            String language,
            List<String> languages,
            int minutes,
            SessionView.PersonaView persona,
            ShelfCard.@Nullable Best best,
            int attempts,
            String openingContext,
            String goal,
            List<String> objectives,
            List<String> tips,
            List<ProductView> products,
            int timeLimitS,
            List<String> phases,
            List<LevelView> levels,
            String recorded,
            String seenBy,
            String rubric,
            List<ExampleView> exampleTranscript,
            @Nullable List<TechniqueView> techniques,
            @Nullable BriefView brief) {}

    @GetMapping("/api/v1/scenarios")
    @NeedsSignIn
    @Operation(summary = "The shelf of scenarios, with one's own best totals")
    Page<ShelfCard> shelf(
            SignedIn who,
            @RequestParam(required = false) @Nullable Category category,
            @RequestParam(required = false) @Nullable Level level,
            @RequestParam(required = false) @Nullable @Size(max = 100) String industry,
            @RequestParam(required = false) @Nullable @Size(max = 35) String language,
            @RequestParam(required = false) @Nullable Seat seat,
            @RequestParam(required = false) @Nullable @Size(max = 200) String q) {
        Map<String, SessionLists.Best> best = lists.best(who.person());
        return new Page<>(
                scenarios.list(new ScenarioFilter(category, level, industry, language, seat, q)).stream()
                        .map(scenario -> ShelfCard.of(scenario, best.get(scenario.id())))
                        .toList(),
                null);
    }

    @GetMapping("/api/v1/scenarios/{namespace}/{name}")
    @NeedsSignIn
    @Operation(summary = "The briefing of a scenario by its whole address, namespace/name@version")
    Briefing briefing(SignedIn who, @PathVariable String namespace, @PathVariable String name) {
        return briefing(who, namespace + "/" + name);
    }

    @GetMapping("/api/v1/scenarios/{id}")
    @NeedsSignIn
    @Operation(summary = "The briefing of a scenario")
    Briefing briefing(SignedIn who, @PathVariable String id) {
        Scenario scenario = scenarios.get(id);
        Script script = scenario.script();
        SessionLists.Best best = lists.best(who.person()).get(scenario.id());
        ShelfCard card = ShelfCard.of(scenario, best);
        boolean all = policy.organisation().managersSee() == ManagersSee.ALL;
        return new Briefing(
                card.id(),
                card.address(),
                card.title(),
                card.summary(),
                card.category(),
                card.industry(),
                card.seat(),
                card.language(),
                desk.languages(who.organisation(), script),
                card.minutes(),
                card.persona(),
                card.best(),
                card.attempts(),
                script.opening().context(),
                script.goal(),
                script.objectives(),
                script.tips(),
                script.products().stream()
                        .map(p -> new ProductView(
                                p.name(),
                                p.what(),
                                p.price() == null ? null : p.price().text(),
                                p.facts().stream().map(f -> f.text()).toList()))
                        .toList(),
                script.timeLimitS(),
                script.phases().keySet().stream().sorted().map(Phase::code).toList(),
                script.levels().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(e -> new LevelView(e.getKey().code(), e.getValue().what()))
                        .toList(),
                "words",
                all ? "you_and_your_managers" : "you_until_you_share",
                script.rubric(),
                script.exampleTranscript().stream()
                        .map(l -> new ExampleView(l.speaker().name().toLowerCase(java.util.Locale.ROOT), l.text()))
                        .toList(),
                script.seat() == Seat.SELLER ? null : techniques(),
                script.brief() == null
                        ? null
                        : new BriefView(
                                script.brief().you(),
                                script.brief().situation(),
                                script.brief().wants(),
                                script.brief().holdsTo().stream()
                                        .map(h -> h.what())
                                        .toList(),
                                script.brief().mayGive()));
    }

    @GetMapping("/api/v1/scenario-problems")
    @Needs(Permission.AUTHOR_SCENARIOS)
    @Operation(summary = "Scenario files that are not served, and how to mend them")
    Page<ScenarioProblem> problems() {
        return new Page<>(scenarios.problems(), null);
    }

    private List<TechniqueView> techniques() {
        return roleplay.techniques().stream()
                .map(t -> new TechniqueView(t.id(), t.name(), t.what()))
                .toList();
    }
}
