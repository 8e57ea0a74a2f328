package org.sellmeapen.training;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A manager's fifteen minutes: who moved, and whom to coach on what, with the moment it shows. */
@RestController
class TeamOverview {

    private static final int SESSIONS_LOOKED_AT = 12;
    private static final int FEWEST_FOR_A_CHANGE = 4;
    private static final int LATEST = 3;
    private static final int COACHED = 5;

    private final JdbcClient jdbc;
    private final Tenancy tenancy;
    private final SessionPolicy policy;

    TeamOverview(JdbcClient jdbc, Tenancy tenancy, SessionPolicy policy) {
        this.jdbc = jdbc;
        this.tenancy = tenancy;
        this.policy = policy;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Point(
            UUID sessionId,
            Instant at,
            int total,
            @Nullable Integer low,
            @Nullable Integer high) {}

    /** {@code misses} of the last {@code of} scorecards named this criterion as the one to fix first. */
    record Weakest(String criterion, String name, int misses, int of) {}

    /** @param change {@code better}, {@code worse}, {@code unchanged} or {@code too_few} */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Row(
            SessionView.PersonLine person,
            int sessions,
            @Nullable Instant lastAt,
            List<Point> points,
            String change,
            @Nullable Weakest weakest) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Coach(
            SessionView.PersonLine person,
            String criterion,
            String name,
            int misses,
            int of,
            UUID sessionId,
            @Nullable Integer turn,
            @Nullable String quote) {}

    record Answer(List<Row> rows, List<Coach> coach) {}

    private record Session(
            UUID id,
            UUID person,
            Instant at,
            int total,
            @Nullable Integer low,
            @Nullable Integer high,
            @Nullable String criterion,
            @Nullable String name,
            @Nullable Integer turn) {}

    @GetMapping("/api/v1/team-overview")
    @Needs({Permission.SEE_TEAM, Permission.SEE_ORGANISATION})
    @Transactional(readOnly = true)
    @Operation(summary = "The people of one's teams: how they move, whom to coach on what")
    Answer overview(SignedIn who, @RequestParam(name = "team_id", required = false) @Nullable UUID team) {
        Set<UUID> people = people(who, team);
        Map<UUID, List<Session>> sessions = lately(people, policy.of(who).sharedOnly());
        Map<PersonId, String> names =
                tenancy.names(people.stream().map(PersonId::new).toList());
        Map<UUID, Integer> counts = counts(people);
        List<Row> rows = new ArrayList<>();
        List<Coach> coach = new ArrayList<>();
        for (UUID id : people) {
            List<Session> latest = sessions.getOrDefault(id, List.of());
            SessionView.PersonLine person = new SessionView.PersonLine(id, names.getOrDefault(new PersonId(id), ""));
            Weakest weakest = weakest(latest);
            rows.add(new Row(
                    person,
                    counts.getOrDefault(id, 0),
                    latest.isEmpty() ? null : latest.getLast().at(),
                    latest.stream()
                            .map(s -> new Point(s.id(), s.at(), s.total(), s.low(), s.high()))
                            .toList(),
                    change(latest),
                    weakest));
            if (weakest != null) {
                coach.add(moment(person, weakest, latest));
            }
        }
        rows.sort(Comparator.comparing(row -> row.person().name()));
        coach.sort(Comparator.comparingDouble((Coach c) -> -(double) c.misses() / c.of())
                .thenComparing(c -> -c.misses()));
        return new Answer(rows, coach.stream().limit(COACHED).toList());
    }

    private Set<UUID> people(SignedIn who, @Nullable UUID team) {
        Set<UUID> people = new HashSet<>();
        if (team != null) {
            tenancy.membersOf(new TeamId(team)).forEach(p -> people.add(p.value()));
        }
        if (!who.may(Permission.SEE_ORGANISATION)) {
            Set<UUID> led =
                    tenancy.ledBy(who.person()).stream().map(PersonId::value).collect(Collectors.toSet());
            if (team == null) {
                people.addAll(led);
            } else {
                people.retainAll(led);
            }
        } else if (team == null) {
            people.addAll(jdbc.sql("select distinct person_id from training_session")
                    .query(UUID.class)
                    .list());
        }
        people.remove(who.person().value());
        return people;
    }

    private Map<UUID, List<Session>> lately(Set<UUID> people, boolean sharedOnly) {
        if (people.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("""
                select s.* from unnest(cast(:people as uuid[])) as p (id)
                cross join lateral (
                    select id, person_id, ended_at, total, band_low, band_high, fix_criterion, fix_name, fix_turn
                    from training_session
                    where person_id = p.id and total is not null and (shared or not :sharedOnly)
                    order by ended_at desc limit :most) s
                order by s.ended_at
                """)
                .param("people", people.toArray(UUID[]::new))
                .param("sharedOnly", sharedOnly)
                .param("most", SESSIONS_LOOKED_AT)
                .query((row, n) -> new Session(
                        row.getObject("id", UUID.class),
                        row.getObject("person_id", UUID.class),
                        row.getTimestamp("ended_at").toInstant(),
                        row.getInt("total"),
                        (Integer) row.getObject("band_low"),
                        (Integer) row.getObject("band_high"),
                        row.getString("fix_criterion"),
                        row.getString("fix_name"),
                        (Integer) row.getObject("fix_turn")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Session::person, LinkedHashMap::new, Collectors.toList()));
    }

    private Map<UUID, Integer> counts(Set<UUID> people) {
        Map<UUID, Integer> counts = new LinkedHashMap<>();
        if (!people.isEmpty()) {
            jdbc.sql("""
                    select person_id, count(*) as n from training_session
                    where person_id = any (cast(:people as uuid[])) group by person_id
                    """).param("people", people.toArray(UUID[]::new)).query(row -> {
                counts.put(row.getObject("person_id", UUID.class), row.getInt("n"));
            });
        }
        return counts;
    }

    /** A change counts only when the latest three moved further from those before than one scorecard's own band. */
    private static String change(List<Session> sessions) {
        if (sessions.size() < FEWEST_FOR_A_CHANGE) {
            return "too_few";
        }
        int split = sessions.size() - LATEST;
        double before = mean(sessions.subList(0, split));
        double now = mean(sessions.subList(split, sessions.size()));
        double noise = sessions.stream()
                .mapToDouble(s -> s.low() == null || s.high() == null ? 0 : (s.high() - s.low()) / 2.0)
                .average()
                .orElse(0);
        if (Math.abs(now - before) <= noise) {
            return "unchanged";
        }
        return now > before ? "better" : "worse";
    }

    private static double mean(List<Session> sessions) {
        return sessions.stream().mapToInt(Session::total).average().orElse(0);
    }

    private static @Nullable Weakest weakest(List<Session> sessions) {
        Map<String, Long> misses = sessions.stream()
                .filter(s -> s.criterion() != null)
                .collect(Collectors.groupingBy(s -> String.valueOf(s.criterion()), Collectors.counting()));
        return misses.entrySet().stream()
                .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(e -> new Weakest(
                        e.getKey(),
                        sessions.stream()
                                .filter(s -> e.getKey().equals(s.criterion()))
                                .map(s -> String.valueOf(s.name()))
                                .findFirst()
                                .orElse(e.getKey()),
                        e.getValue().intValue(),
                        sessions.size()))
                .orElse(null);
    }

    private Coach moment(SessionView.PersonLine person, Weakest weakest, List<Session> sessions) {
        Session shown = sessions.reversed().stream()
                .filter(s -> weakest.criterion().equals(s.criterion()))
                .findFirst()
                .orElseThrow();
        String quote = shown.turn() == null
                ? null
                : jdbc.sql("select text from training_turn where session_id = :session and i = :i")
                        .param("session", shown.id())
                        .param("i", shown.turn())
                        .query(String.class)
                        .optional()
                        .orElse(null);
        return new Coach(
                person,
                weakest.criterion(),
                weakest.name(),
                weakest.misses(),
                weakest.of(),
                shown.id(),
                shown.turn(),
                quote);
    }
}
