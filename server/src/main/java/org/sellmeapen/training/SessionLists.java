package org.sellmeapen.training;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.kernel.Cursor;
import org.sellmeapen.kernel.NotFound;
import org.sellmeapen.kernel.Page;
import org.sellmeapen.kernel.PersonId;
import org.sellmeapen.tenancy.SignedIn;
import org.sellmeapen.tenancy.Tenancy;
import org.sellmeapen.training.SessionPolicy.Sight;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lists of sessions as the screens show them, a page at a time. */
@Component
@Transactional(readOnly = true)
class SessionLists {

    private static final String LINE = """
            select id, person_id, scenario_id, scenario_address, title, category, persona_name, level, seat, stage,
                created_at, started_at, ended_at, outcome, total, band_low, band_high, retry_session, retry_turn, shared
            from training_session
            """;

    private final JdbcClient jdbc;
    private final SessionPolicy policy;
    private final Tenancy tenancy;

    SessionLists(JdbcClient jdbc, SessionPolicy policy, Tenancy tenancy) {
        this.jdbc = jdbc;
        this.policy = policy;
        this.tenancy = tenancy;
    }

    /** Which sessions are asked for. Absent means all that may be seen. */
    record Wanted(
            @Nullable UUID person,
            @Nullable Set<UUID> people,
            @Nullable String scenario,
            @Nullable String level,
            @Nullable String stage,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable String words) {}

    /** @throws NotFound alike for who is not of this organisation and for who is not this caller's to look at */
    private void mustBeSeen(Sight sight, UUID person) {
        if (!sight.covers(person, true)
                || tenancy.membership(new PersonId(person)).isEmpty()) {
            throw new NotFound("person");
        }
    }

    Page<SessionView.Line> list(SignedIn who, Wanted wanted, @Nullable Cursor after, int limit) {
        Sight sight = policy.of(who);
        if (wanted.person() != null) {
            mustBeSeen(sight, wanted.person());
        }
        StringBuilder sql = new StringBuilder(LINE).append("where true ");
        Map<String, Object> values = new HashMap<>();
        // One's own list must walk one index; the general condition would make the planner hesitate.
        if (wanted.person() != null && wanted.person().equals(who.person().value())) {
            sql.append("and person_id = :self ");
        } else {
            if (wanted.person() != null) {
                sql.append("and person_id = :person ");
                values.put("person", wanted.person());
            }
            if (sight.people() != null) {
                sql.append("and person_id = any (:people) ");
                values.put("people", sight.people().toArray(UUID[]::new));
            }
            if (sight.sharedOnly()) {
                sql.append("and (shared or person_id = :self) ");
            }
        }
        if (sql.indexOf(":self") >= 0) {
            values.put("self", who.person().value());
        }
        if (wanted.people() != null) {
            sql.append("and person_id = any (:wanted) ");
            values.put("wanted", wanted.people().toArray(UUID[]::new));
        }
        equal(sql, values, "scenario_id", wanted.scenario());
        equal(sql, values, "level", wanted.level());
        equal(sql, values, "stage", wanted.stage());
        if (wanted.from() != null) {
            sql.append("and created_at >= :from ");
            values.put("from", Timestamp.from(wanted.from()));
        }
        if (wanted.to() != null) {
            sql.append("and created_at < :to ");
            values.put("to", Timestamp.from(wanted.to()));
        }
        if (wanted.words() != null && !wanted.words().isBlank()) {
            sql.append("and (title ilike :words or persona_name ilike :words) ");
            values.put("words", "%" + wanted.words().strip().replaceAll("([\\\\%_])", "\\\\$1") + "%");
        }
        if (after != null) {
            sql.append("and (created_at, id) < (:at::timestamptz, :id::uuid) ");
            values.put("at", after.key().get(0));
            values.put("id", after.key().get(1));
        }
        sql.append("order by created_at desc, id desc limit ").append(limit + 1);
        return page(jdbc.sql(sql.toString()).params(values).query(this::line).list(), limit);
    }

    List<SessionView.Line> open(SignedIn who, int most) {
        return own(who, "stage in ('lobby', 'live', 'paused')", most);
    }

    List<SessionView.Line> ended(SignedIn who, int most) {
        return own(who, "stage in ('ended', 'scored')", most);
    }

    private List<SessionView.Line> own(SignedIn who, String condition, int most) {
        return page(
                        jdbc.sql(LINE + "where person_id = :self and " + condition
                                        + " order by created_at desc, id desc limit " + most)
                                .param("self", who.person().value())
                                .query(this::line)
                                .list(),
                        most)
                .items();
    }

    /** Totals of one person over time, oldest first, at most the last 200. */
    List<SessionView.TrendPoint> trend(SignedIn who, UUID person, @Nullable String scenario) {
        Sight sight = policy.of(who);
        mustBeSeen(sight, person);
        boolean sharedOnly = sight.sharedOnly() && !person.equals(who.person().value());
        return jdbc.sql("""
                select * from (
                    select id, ended_at, total, band_low, band_high, scenario_id, title, level from training_session
                    where person_id = :person and total is not null
                    """
                        + (scenario == null ? "" : "and scenario_id = :scenario ")
                        + (sharedOnly ? "and shared " : "")
                        + "order by ended_at desc limit 200) latest order by ended_at")
                .param("person", person)
                .params(scenario == null ? Map.of() : Map.of("scenario", scenario))
                .query((row, n) -> new SessionView.TrendPoint(
                        row.getObject("id", UUID.class),
                        row.getTimestamp("ended_at").toInstant(),
                        row.getInt("total"),
                        (Integer) row.getObject("band_low"),
                        (Integer) row.getObject("band_high"),
                        row.getString("scenario_id"),
                        row.getString("title"),
                        row.getString("level")))
                .list();
    }

    /** A person's best total and number of tries, by scenario. */
    Map<String, Best> best(PersonId person) {
        return jdbc
                .sql("""
                select distinct on (scenario_id) scenario_id, total, id, level,
                    count(*) over (partition by scenario_id) as attempts
                from training_session where person_id = :person
                order by scenario_id, total desc nulls last, id
                """)
                .param("person", person.value())
                .query((row, n) -> new Best(
                        row.getString("scenario_id"),
                        (Integer) row.getObject("total"),
                        row.getObject("id", UUID.class),
                        row.getString("level"),
                        row.getInt("attempts")))
                .list()
                .stream()
                .collect(Collectors.toMap(Best::scenario, b -> b));
    }

    record Best(String scenario, @Nullable Integer total, UUID session, String level, int attempts) {}

    Page<SessionView.Line> page(List<Row> rows, int limit) {
        List<Row> shown = rows.size() > limit ? rows.subList(0, limit) : rows;
        Map<PersonId, String> names =
                tenancy.names(shown.stream().map(r -> new PersonId(r.person())).toList());
        String next = rows.size() > limit
                ? Cursor.after(
                                shown.getLast().createdAtText(),
                                shown.getLast().id().toString())
                        .text()
                : null;
        return new Page<>(
                shown.stream()
                        .map(r -> r.line(names.getOrDefault(new PersonId(r.person()), "")))
                        .toList(),
                next);
    }

    /** A row before the name of its person is known. {@code createdAtText} keeps the microseconds for the cursor. */
    record Row(UUID id, UUID person, String createdAtText, SessionView.Line nameless) {
        SessionView.Line line(String name) {
            SessionView.Line l = nameless;
            return new SessionView.Line(
                    l.id(),
                    l.scenario(),
                    l.level(),
                    l.seat(),
                    l.stage(),
                    l.createdAt(),
                    l.startedAt(),
                    l.endedAt(),
                    l.outcome(),
                    l.total(),
                    l.band(),
                    new SessionView.PersonLine(person, name),
                    l.retryOf(),
                    l.shared());
        }
    }

    Row line(ResultSet row, int n) throws SQLException {
        UUID person = row.getObject("person_id", UUID.class);
        UUID retryOf = row.getObject("retry_session", UUID.class);
        Integer low = (Integer) row.getObject("band_low");
        Instant createdAt =
                row.getObject("created_at", java.time.OffsetDateTime.class).toInstant();
        return new Row(
                row.getObject("id", UUID.class),
                person,
                createdAt.toString(),
                new SessionView.Line(
                        row.getObject("id", UUID.class),
                        scenario(row),
                        row.getString("level"),
                        row.getString("seat"),
                        row.getString("stage"),
                        createdAt,
                        instantOrNull(row.getTimestamp("started_at")),
                        instantOrNull(row.getTimestamp("ended_at")),
                        row.getString("outcome"),
                        (Integer) row.getObject("total"),
                        low == null ? null : new SessionView.BandView(low, row.getInt("band_high")),
                        new SessionView.PersonLine(person, ""),
                        retryOf == null ? null : new SessionView.RetryView(retryOf, row.getInt("retry_turn")),
                        row.getBoolean("shared")));
    }

    private static SessionView.ScenarioLine scenario(ResultSet row) throws SQLException {
        return new SessionView.ScenarioLine(
                row.getString("scenario_id"),
                row.getString("scenario_address"),
                row.getString("title"),
                row.getString("category"),
                row.getString("persona_name"));
    }

    private static void equal(StringBuilder sql, Map<String, Object> values, String column, @Nullable String value) {
        if (value != null) {
            sql.append("and ").append(column).append(" = :").append(column).append(' ');
            values.put(column, value);
        }
    }

    private static @Nullable Instant instantOrNull(@Nullable Timestamp column) {
        return column == null ? null : column.toInstant();
    }
}
