package org.sellmeapen.training;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.scenarios.Category;
import org.sellmeapen.scenarios.Level;
import org.sellmeapen.scenarios.Scenario;
import org.sellmeapen.scenarios.ScenarioFilter;
import org.sellmeapen.scenarios.Scenarios;
import org.sellmeapen.tenancy.NeedsSignIn;
import org.sellmeapen.tenancy.SignedIn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is the best next ten minutes? One answer, with its reason; below it what was left open and what was lately. */
@RestController
class Home {

    private static final int MINUTES_OF_A_RETRY = 4;
    private static final int GOOD_ENOUGH = 75;
    private static final int SHOWN = 5;

    private final SessionLists lists;
    private final Scenarios scenarios;
    private final JdbcClient jdbc;

    Home(SessionLists lists, Scenarios scenarios, JdbcClient jdbc) {
        this.lists = lists;
        this.scenarios = scenarios;
        this.jdbc = jdbc;
    }

    /**
     * @param kind {@code continue}, {@code retry_moment} or {@code rehearse}
     * @param reason why, as a code the screens word: {@code left_open}, {@code fix_first}, {@code first}, {@code
     *     next_level}, {@code new_scenario}, {@code again}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Next(
            String kind,
            String reason,
            int minutes,
            ShelfCard scenario,
            String level,
            @Nullable UUID sessionId,
            @Nullable Integer turn,
            @Nullable String criterion,
            @Nullable String criterionName) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Answer(
            @Nullable Next next,

            @com.fasterxml.jackson.annotation.JsonProperty("continue")
            List<SessionView.Line> open,

            List<SessionView.Line> recent) {}

    @GetMapping("/api/v1/home")
    @NeedsSignIn
    @Transactional(readOnly = true)
    @Operation(summary = "The best next thing to do, what is open, what was lately")
    Answer home(SignedIn who) {
        List<SessionView.Line> open = lists.open(who, SHOWN);
        List<SessionView.Line> recent = lists.ended(who, SHOWN);
        Map<String, SessionLists.Best> best = lists.best(who.person());
        Next next = leftOpen(open, best)
                .or(() -> fixFirst(who, best))
                .or(() -> rehearse(best))
                .orElse(null);
        return new Answer(next, open, recent);
    }

    private Optional<Next> leftOpen(List<SessionView.Line> open, Map<String, SessionLists.Best> best) {
        return open.stream()
                .filter(line -> !line.stage().equals("lobby"))
                .findFirst()
                .flatMap(line -> scenarios
                        .find(line.scenario().id())
                        .map(scenario -> new Next(
                                "continue",
                                "left_open",
                                MINUTES_OF_A_RETRY,
                                card(scenario, best),
                                line.level(),
                                line.id(),
                                null,
                                null,
                                null)));
    }

    private record ToFix(UUID session, String scenario, String level, int turn, String criterion, String name) {}

    /** The one thing to fix of the latest scorecard, unless that moment was retried already. */
    private Optional<Next> fixFirst(SignedIn who, Map<String, SessionLists.Best> best) {
        return jdbc.sql("""
                select s.id, s.scenario_id, s.level, s.fix_turn, s.fix_criterion, s.fix_name
                from (select * from training_session
                      where person_id = :person and total is not null order by ended_at desc limit 1) s
                where s.fix_turn is not null and s.total < 90 and s.retry_session is null
                  and not exists (select 1 from training_session r where r.retry_session = s.id)
                """)
                .param("person", who.person().value())
                .query((row, n) -> new ToFix(
                        row.getObject("id", UUID.class),
                        row.getString("scenario_id"),
                        row.getString("level"),
                        row.getInt("fix_turn"),
                        row.getString("fix_criterion"),
                        row.getString("fix_name")))
                .optional()
                .flatMap(fix -> scenarios
                        .find(fix.scenario())
                        .map(scenario -> new Next(
                                "retry_moment",
                                "fix_first",
                                MINUTES_OF_A_RETRY,
                                card(scenario, best),
                                fix.level(),
                                fix.session(),
                                fix.turn(),
                                fix.criterion(),
                                fix.name())));
    }

    /** The pen first; then the next level of what went well; then something not yet tried; then the weakest again. */
    private Optional<Next> rehearse(Map<String, SessionLists.Best> best) {
        List<Scenario> shelf = scenarios.list(ScenarioFilter.ALL);
        if (shelf.isEmpty()) {
            return Optional.empty();
        }
        if (best.isEmpty()) {
            Scenario first = shelf.stream()
                    .filter(s -> s.script().category() == Category.PEN)
                    .findFirst()
                    .orElse(shelf.getFirst());
            return Optional.of(suggestion("first", first, easiest(first), best));
        }
        for (Scenario scenario : shelf) {
            SessionLists.Best known = best.get(scenario.id());
            if (known != null && known.total() != null && known.total() >= GOOD_ENOUGH) {
                Optional<Level> harder = scenario.script().levels().keySet().stream()
                        .filter(level -> level.ordinal() > ordinal(known.level()))
                        .sorted()
                        .findFirst();
                if (harder.isPresent()) {
                    return Optional.of(suggestion("next_level", scenario, harder.get(), best));
                }
            }
        }
        return shelf.stream()
                .filter(scenario -> !best.containsKey(scenario.id()))
                .findFirst()
                .map(scenario -> suggestion("new_scenario", scenario, easiest(scenario), best))
                .or(() -> shelf.stream()
                        .min(java.util.Comparator.comparingInt(s -> total(best.get(s.id()))))
                        .map(scenario -> suggestion("again", scenario, easiest(scenario), best)));
    }

    private static int total(SessionLists.@Nullable Best best) {
        return best == null || best.total() == null ? 0 : best.total();
    }

    private static int ordinal(String level) {
        return Level.valueOf(level.toUpperCase(java.util.Locale.ROOT)).ordinal();
    }

    private static Level easiest(Scenario scenario) {
        return scenario.script().levels().keySet().stream().sorted().findFirst().orElse(Level.EASY);
    }

    private static ShelfCard card(Scenario scenario, Map<String, SessionLists.Best> best) {
        return ShelfCard.of(scenario, best.get(scenario.id()));
    }

    private static Next suggestion(String reason, Scenario scenario, Level level, Map<String, SessionLists.Best> best) {
        return new Next(
                "rehearse",
                reason,
                scenario.script().minutes(),
                card(scenario, best),
                level.code(),
                null,
                null,
                null,
                null);
    }
}
