package org.sellmeapen.training;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.conversation.Ending;
import org.sellmeapen.conversation.Outcome;
import org.sellmeapen.conversation.Seat;
import org.sellmeapen.kernel.OrganisationId;
import org.sellmeapen.kernel.PersonId;
import org.sellmeapen.scenarios.Level;

/** A session as its row, and a row as its session. */
final class SessionRow {

    private SessionRow() {}

    /** Every column by its name. */
    static Map<String, @Nullable Object> columns(TrainingSession session) {
        Casting casting = session.casting();
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("organisation_id", session.organisation().value());
        row.put("id", session.id().value());
        row.put("person_id", session.person().value());
        row.put("scenario_id", casting.scenarioId());
        row.put("scenario_address", casting.scenarioAddress());
        row.put("scenario_digest", casting.scenarioDigest());
        row.put("title", casting.title());
        row.put("category", casting.category());
        row.put("persona_name", casting.personaName());
        row.put("level", casting.level().code());
        row.put("seat", casting.seat().code());
        row.put("language", casting.language());
        row.put("seed", casting.seed());
        row.put("time_limit_s", casting.timeLimitS());
        row.put("last_activity_at", at(session.lastActivity()));
        row.put("hints_used", session.hintsUsed());
        row.put("memento", session.memento());
        row.put(
                "retry_session",
                session.retry() == null ? null : session.retry().session().value());
        row.put("retry_turn", session.retry() == null ? null : session.retry().turn());
        row.put("shared", session.shared());
        row.put("lease_holder", session.lease() == null ? null : session.lease().holder());
        row.put(
                "lease_until",
                session.lease() == null ? null : at(session.lease().until()));
        row.put("version", session.version());
        row.put("stage", session.stage().code());
        row.put("started_at", null);
        row.put("live_since", null);
        row.put("played_ms", 0L);
        row.put("ended_at", null);
        row.put("end_reason", null);
        row.put("outcome", null);
        row.put("ending_turn", null);
        row.put("ending_sentence", null);
        switch (session.stage()) {
            case Stage.Lobby _ -> {}
            case Stage.Live live -> {
                row.put("started_at", at(live.startedAt()));
                row.put("live_since", at(live.since()));
                row.put("played_ms", live.before().toMillis());
            }
            case Stage.Paused paused -> {
                row.put("started_at", at(paused.startedAt()));
                row.put("played_ms", paused.played().toMillis());
            }
            case Stage.Ended ended -> {
                row.put("started_at", ended.startedAt() == null ? null : at(ended.startedAt()));
                row.put("played_ms", ended.played().toMillis());
                row.put("ended_at", at(ended.at()));
                row.put("end_reason", ended.reason().code());
                row.put("outcome", ended.outcome().code());
                if (ended.ending() != null) {
                    row.put("ending_turn", ended.ending().decidingTurn());
                    row.put("ending_sentence", ended.ending().decidingSentence());
                }
            }
        }
        return row;
    }

    static TrainingSession session(ResultSet row, int n) throws SQLException {
        UUID retrySession = row.getObject("retry_session", UUID.class);
        UUID holder = row.getObject("lease_holder", UUID.class);
        return new TrainingSession(
                new OrganisationId(row.getObject("organisation_id", UUID.class)),
                new TrainingSessionId(row.getObject("id", UUID.class)),
                new PersonId(row.getObject("person_id", UUID.class)),
                new Casting(
                        row.getString("scenario_id"),
                        row.getString("scenario_address"),
                        row.getString("scenario_digest"),
                        row.getString("title"),
                        row.getString("category"),
                        row.getString("persona_name"),
                        Level.valueOf(row.getString("level").toUpperCase(java.util.Locale.ROOT)),
                        Seat.valueOf(row.getString("seat").toUpperCase(java.util.Locale.ROOT)),
                        row.getString("language"),
                        row.getLong("seed"),
                        row.getInt("time_limit_s")),
                stage(row),
                row.getString("memento"),
                row.getInt("hints_used"),
                retrySession == null ? null : new Retry(new TrainingSessionId(retrySession), row.getInt("retry_turn")),
                row.getBoolean("shared"),
                holder == null
                        ? null
                        : new Lease(holder, row.getTimestamp("lease_until").toInstant()),
                row.getTimestamp("last_activity_at").toInstant(),
                row.getLong("version"));
    }

    private static Stage stage(ResultSet row) throws SQLException {
        Duration played = Duration.ofMillis(row.getLong("played_ms"));
        Timestamp startedAt = row.getTimestamp("started_at");
        String stage = row.getString("stage");
        return switch (stage) {
            case "lobby" -> new Stage.Lobby();
            case "live" ->
                new Stage.Live(
                        startedAt.toInstant(), row.getTimestamp("live_since").toInstant(), played);
            case "paused" -> new Stage.Paused(startedAt.toInstant(), played);
            default ->
                new Stage.Ended(
                        startedAt == null ? null : startedAt.toInstant(),
                        row.getTimestamp("ended_at").toInstant(),
                        EndReason.valueOf(row.getString("end_reason").toUpperCase(java.util.Locale.ROOT)),
                        played,
                        Outcome.valueOf(row.getString("outcome").toUpperCase(java.util.Locale.ROOT)),
                        ending(row),
                        stage.equals("scored"));
        };
    }

    private static @Nullable Ending ending(ResultSet row) throws SQLException {
        String sentence = row.getString("ending_sentence");
        return sentence == null
                ? null
                : new Ending(
                        Outcome.valueOf(row.getString("outcome").toUpperCase(java.util.Locale.ROOT)),
                        row.getInt("ending_turn"),
                        sentence);
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
