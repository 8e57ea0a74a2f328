package org.sellmeapen.coaching;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.constraints.Pattern;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.kernel.PersonId;
import org.sellmeapen.kernel.TeamId;
import org.sellmeapen.tenancy.Needs;
import org.sellmeapen.tenancy.Permission;
import org.sellmeapen.tenancy.SignedIn;
import org.sellmeapen.tenancy.Tenancy;
import org.sellmeapen.training.SpokenRehearsals;
import org.sellmeapen.training.SpokenRehearsals.Sight;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Over weeks: one's own, those of the people one leads, those of the organisation. */
@RestController
class SpeechTrendsController {

    private static final Duration HALF_A_YEAR = Duration.ofDays(182);
    private static final int SESSIONS = 200;
    private static final int SESSIONS_IN_OVERVIEW = 24;
    private static final List<String> IN_OVERVIEW = List.of(
            "words_per_minute",
            "fillers_per_minute",
            "talk_ratio",
            "longest_monologue_s",
            "clarity_score",
            "confidence_score");

    private final Analyses analyses;
    private final SpokenRehearsals rehearsals;
    private final Tenancy tenancy;
    private final Clock clock;

    SpeechTrendsController(Analyses analyses, SpokenRehearsals rehearsals, Tenancy tenancy, Clock clock) {
        this.analyses = analyses;
        this.rehearsals = rehearsals;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    /**
     * @param change {@code better}, {@code worse}, {@code higher}, {@code lower}, {@code unchanged} (inside the noise) or
     *     {@code too_few}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FigureTrend(
            String name,
            String formula,
            String unit,
            String better,
            String change,
            @Nullable Double by,
            List<Trend.Week> weeks) {}

    /** @param sessions in it that may be seen */
    record InLanguage(String language, int sessions) {}

    /**
     * @param language of all that is told here, since a pace of one is no pace of another; absent where there is no session
     * @param languages in which there are sessions, the most used first
     * @param notMeasured figures that none of these sessions tells; each says why
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Trends(
            UUID personId,
            @Nullable String language,
            List<InLanguage> languages,
            int sessions,
            List<FigureTrend> figures,
            List<String> notMeasured) {}

    @GetMapping("/api/v1/speech-trends")
    @Needs({Permission.REHEARSE, Permission.SEE_TEAM, Permission.SEE_ORGANISATION})
    @Transactional(readOnly = true)
    @Operation(
            summary = "How a person's speaking in one language changed over half a year, by weeks, with its noise",
            description = "Without a language, the one they spoke most often.")
    Trends trends(
            SignedIn who,
            @RequestParam(name = "person_id", required = false) @Nullable UUID person,
            @RequestParam(required = false) @Nullable @Pattern(regexp = SpeechMeasurementController.LANGUAGE)
                    String language) {
        UUID of = person == null ? who.person().value() : person;
        rehearsals.personMustBeSeen(who, of);
        List<Analyses.Point> all = seen(who, analyses.points(List.of(of), since(), SESSIONS));
        List<InLanguage> languages = languages(all);
        String told = language != null || languages.isEmpty() ? language : mostUsed(languages);
        List<Analyses.Point> points = in(told, all);
        List<FigureTrend> trends =
                Figure.ALL.stream().map(figure -> trend(figure, points)).toList();
        return new Trends(
                of,
                told,
                languages,
                sessions(points),
                trends.stream().filter(trend -> !trend.weeks().isEmpty()).toList(),
                points.isEmpty()
                        ? List.of()
                        : trends.stream()
                                .filter(trend -> trend.weeks().isEmpty())
                                .map(FigureTrend::name)
                                .toList());
    }

    /** The most used first; of those used alike, the one used last. */
    private static List<InLanguage> languages(List<Analyses.Point> points) {
        Map<String, Set<UUID>> sessions = new LinkedHashMap<>();
        points.reversed()
                .forEach(point -> sessions.computeIfAbsent(point.language(), _ -> new HashSet<>())
                        .add(point.session()));
        return sessions.entrySet().stream()
                .map(one -> new InLanguage(one.getKey(), one.getValue().size()))
                .sorted(Comparator.comparingInt(InLanguage::sessions).reversed())
                .toList();
    }

    private static String mostUsed(List<InLanguage> languages) {
        return languages.getFirst().language();
    }

    private static List<Analyses.Point> in(@Nullable String language, List<Analyses.Point> points) {
        return points.stream()
                .filter(point -> point.language().equals(language))
                .toList();
    }

    private Instant since() {
        return clock.instant().minus(HALF_A_YEAR);
    }

    private static int sessions(List<Analyses.Point> points) {
        return (int) points.stream().map(Analyses.Point::session).distinct().count();
    }

    /** Less what its owner does not share, where the organisation shows managers only that. */
    private List<Analyses.Point> seen(SignedIn who, List<Analyses.Point> points) {
        Sight sight = rehearsals.sight(who);
        if (!sight.sharedOnly()) {
            return points;
        }
        Set<UUID> others = points.stream()
                .filter(point -> !point.person().equals(sight.self()))
                .map(Analyses.Point::session)
                .collect(Collectors.toSet());
        Set<UUID> shared = rehearsals.shared(others);
        return points.stream()
                .filter(point -> point.person().equals(sight.self()) || shared.contains(point.session()))
                .toList();
    }

    private static FigureTrend trend(Figure figure, List<Analyses.Point> points) {
        List<Trend.Value> values = points.stream()
                .filter(point -> point.name().equals(figure.name()))
                .map(point -> new Trend.Value(point.at(), point.value()))
                .toList();
        Trend.Told told = Trend.of(values, figure.better());
        return new FigureTrend(
                figure.name(),
                figure.formula(),
                figure.unit(),
                figure.better(),
                told.change(),
                told.by(),
                told.weeks());
    }

    /** @param mean of the latest ten sessions */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Cell(
            String name,
            double mean,
            String change,
            @Nullable Double by) {}

    /** @param language in which the person was measured most often; of it are the figures */
    record Row(UUID personId, String name, String language, int sessions, List<Cell> figures) {}

    record Overview(List<Row> rows) {}

    @GetMapping("/api/v1/speech-overview")
    @Needs({Permission.SEE_TEAM, Permission.SEE_ORGANISATION})
    @Transactional(readOnly = true)
    @Operation(summary = "The people of one's teams, or of the organisation: how they speak and what truly changed")
    Overview overview(SignedIn who, @RequestParam(name = "team_id", required = false) @Nullable UUID team) {
        Sight sight = rehearsals.sight(who);
        Set<UUID> people = sight.people() == null ? null : new HashSet<>(sight.people());
        if (team != null) {
            Set<UUID> members = tenancy.membersOf(new TeamId(team)).stream()
                    .map(PersonId::value)
                    .collect(Collectors.toSet());
            if (people == null) {
                people = members;
            } else {
                people.retainAll(members);
            }
        }
        List<Analyses.Point> points =
                seen(who, analyses.points(people == null ? null : List.copyOf(people), since(), SESSIONS_IN_OVERVIEW));
        Map<UUID, List<Analyses.Point>> byPerson = points.stream()
                .filter(point -> !point.person().equals(sight.self()))
                .collect(Collectors.groupingBy(Analyses.Point::person, LinkedHashMap::new, Collectors.toList()));
        Map<PersonId, String> names =
                tenancy.names(byPerson.keySet().stream().map(PersonId::new).toList());
        List<Row> rows = new ArrayList<>();
        byPerson.forEach((person, all) -> {
            String language = mostUsed(languages(all));
            List<Analyses.Point> own = in(language, all);
            rows.add(
                    new Row(person, names.getOrDefault(new PersonId(person), ""), language, sessions(own), cells(own)));
        });
        rows.sort(Comparator.comparing(Row::name));
        return new Overview(rows);
    }

    private static List<Cell> cells(List<Analyses.Point> points) {
        List<Cell> cells = new ArrayList<>();
        for (String name : IN_OVERVIEW) {
            Figure figure = Figure.named(name);
            List<Trend.Value> values = points.stream()
                    .filter(point -> point.name().equals(name))
                    .map(point -> new Trend.Value(point.at(), point.value()))
                    .toList();
            if (figure != null && !values.isEmpty()) {
                Trend.Told told = Trend.of(values, figure.better());
                double mean = values.subList(Math.max(0, values.size() - OwnRange.LAST), values.size()).stream()
                        .mapToDouble(Trend.Value::value)
                        .average()
                        .orElse(0);
                cells.add(new Cell(name, OwnRange.rounded(mean), told.change(), told.by()));
            }
        }
        return cells;
    }
}
