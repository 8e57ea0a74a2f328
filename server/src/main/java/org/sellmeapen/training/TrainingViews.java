package org.sellmeapen.training;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.kernel.NotFound;
import org.sellmeapen.kernel.PersonId;
import org.sellmeapen.roleplay.Worded;
import org.sellmeapen.scenarios.Script;
import org.sellmeapen.tenancy.SignedIn;
import org.sellmeapen.tenancy.Tenancy;
import org.sellmeapen.training.SessionPolicy.Sight;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is read of sessions: SQL straight to what the screens show. */
@Component
@Transactional(readOnly = true)
class TrainingViews {

    private final JdbcClient jdbc;
    private final SessionPolicy policy;
    private final Tenancy tenancy;
    private final CounterpartDesk desk;
    private final Clock clock;

    TrainingViews(JdbcClient jdbc, SessionPolicy policy, Tenancy tenancy, CounterpartDesk desk, Clock clock) {
        this.jdbc = jdbc;
        this.policy = policy;
        this.tenancy = tenancy;
        this.desk = desk;
        this.clock = clock;
    }

    SessionView session(SignedIn who, TrainingSessionId id, @Nullable UUID holder) {
        Sight sight = policy.of(who);
        Instant now = clock.instant();
        List<SessionView.TurnView> turns = turns(id);
        List<SessionView.HintView> hints = hints(id);
        return jdbc.sql("select * from training_session where id = :id")
                .param("id", id.value())
                .query((row, n) -> sight.covers(row.getObject("person_id", UUID.class), row.getBoolean("shared"))
                        ? Optional.of(session(row, turns, hints, holder, now))
                        : Optional.<SessionView>empty())
                .optional()
                .flatMap(found -> found)
                .orElseThrow(() -> new NotFound("session"));
    }

    private SessionView session(
            ResultSet row,
            List<SessionView.TurnView> turns,
            List<SessionView.HintView> hints,
            @Nullable UUID holder,
            Instant now)
            throws SQLException {
        UUID retryOf = row.getObject("retry_session", UUID.class);
        String sentence = row.getString("ending_sentence");
        Script script = desk.script(row.getString("scenario_address"), row.getString("scenario_digest"));
        return new SessionView(
                row.getObject("id", UUID.class),
                new SessionView.ScenarioOfSession(
                        row.getString("scenario_id"),
                        row.getString("scenario_address"),
                        row.getString("title"),
                        row.getString("category"),
                        SessionView.PersonaView.of(script.persona()),
                        script.minutes()),
                row.getString("level"),
                row.getString("seat"),
                row.getString("language"),
                row.getString("stage"),
                turns.isEmpty() ? null : turns.getLast().phase(),
                row.getTimestamp("created_at").toInstant(),
                instantOrNull(row.getTimestamp("started_at")),
                instantOrNull(row.getTimestamp("ended_at")),
                row.getString("end_reason"),
                row.getInt("time_limit_s"),
                elapsed(row, now),
                row.getString("outcome"),
                sentence == null ? null : new SessionView.EndingView(row.getInt("ending_turn"), sentence),
                row.getInt("hints_used"),
                hints,
                retryOf == null ? null : new SessionView.RetryView(retryOf, row.getInt("retry_turn")),
                person(row.getObject("person_id", UUID.class)),
                row.getBoolean("shared"),
                row.getLong("version"),
                turns,
                isOpenElsewhere(row, holder, now));
    }

    private static boolean isOpenElsewhere(ResultSet row, @Nullable UUID holder, Instant now) throws SQLException {
        UUID leased = row.getObject("lease_holder", UUID.class);
        return leased != null
                && !leased.equals(holder)
                && row.getTimestamp("ended_at") == null
                && now.isBefore(row.getTimestamp("lease_until").toInstant());
    }

    Set<UUID> shared(Set<UUID> of) {
        return Set.copyOf(jdbc.sql("select id from training_session where shared and id = any (cast(:ids as uuid[]))")
                .param("ids", of.toArray(UUID[]::new))
                .query(UUID.class)
                .list());
    }

    /** @throws NotFound unless this caller may look at the session */
    void mustBeSeen(SignedIn who, TrainingSessionId id) {
        Sight sight = policy.of(who);
        boolean seen = jdbc.sql("select person_id, shared from training_session where id = :id")
                .param("id", id.value())
                .query((row, n) -> sight.covers(row.getObject("person_id", UUID.class), row.getBoolean("shared")))
                .optional()
                .orElse(false);
        if (!seen) {
            throw new NotFound("session");
        }
    }

    private List<SessionView.TurnView> turns(TrainingSessionId id) {
        return jdbc.sql("""
                select t.i, t.speaker, t.text, t.phase, t.at, t.technique_tag, t.start_ms, t.end_ms, t.cut_off,
                    w.worded_by, w.why
                from training_turn t
                left join training_wording w
                    on w.organisation_id = t.organisation_id and w.session_id = t.session_id and w.i = t.i
                where t.session_id = :id order by t.i
                """)
                .param("id", id.value())
                .query((row, _) -> turn(row))
                .list();
    }

    private static SessionView.TurnView turn(ResultSet row) throws SQLException {
        Worded.@Nullable Instead instead = Wordings.insteadOfModel(row);
        return new SessionView.TurnView(
                row.getInt("i"),
                row.getString("speaker"),
                row.getString("text"),
                row.getString("phase"),
                row.getTimestamp("at").toInstant(),
                row.getString("technique_tag"),
                msOrNull(row, "start_ms"),
                msOrNull(row, "end_ms"),
                row.getBoolean("cut_off") ? true : null,
                instead == null ? null : instead.by(),
                instead == null ? null : instead.because());
    }

    private static @Nullable Long msOrNull(ResultSet row, String column) throws SQLException {
        long ms = row.getLong(column);
        return row.wasNull() ? null : ms;
    }

    private List<SessionView.HintView> hints(TrainingSessionId id) {
        return jdbc.sql("select turn, text from training_hint where session_id = :id order by n")
                .param("id", id.value())
                .query((row, n) -> new SessionView.HintView(row.getInt("turn"), row.getString("text")))
                .list();
    }

    private SessionView.PersonLine person(UUID id) {
        PersonId person = new PersonId(id);
        return new SessionView.PersonLine(id, tenancy.names(List.of(person)).getOrDefault(person, ""));
    }

    private static long elapsed(ResultSet row, Instant now) throws SQLException {
        long played = row.getLong("played_ms");
        if ("live".equals(row.getString("stage"))) {
            played += Duration.between(row.getTimestamp("live_since").toInstant(), now)
                    .toMillis();
        }
        return Math.max(0, played / 1000);
    }

    private static @Nullable Instant instantOrNull(@Nullable Timestamp column) {
        return column == null ? null : column.toInstant();
    }
}
