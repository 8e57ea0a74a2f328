package org.sellmeapen.training;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.conversation.MarkedTurn;
import org.sellmeapen.conversation.Phase;
import org.sellmeapen.conversation.Speaker;
import org.sellmeapen.conversation.Turn;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcTrainingSessions implements TrainingSessions {

    /** Turns with how they were worded, as {@link Wordings#insteadOfModel} reads it. */
    private static final String WORDED = """
            w.worded_by, w.why from training_turn t
            left join training_wording w
                on w.organisation_id = t.organisation_id and w.session_id = t.session_id and w.i = t.i""";

    private final JdbcClient jdbc;
    private final TurnJson json;
    private final Wordings wordings;

    JdbcTrainingSessions(JdbcClient jdbc, TurnJson json, Wordings wordings) {
        this.jdbc = jdbc;
        this.json = json;
        this.wordings = wordings;
    }

    @Override
    public void add(TrainingSession session, Instant createdAt) {
        Map<String, @Nullable Object> row = SessionRow.columns(session);
        row.put("created_at", at(createdAt));
        jdbc.sql("""
                insert into training_session (organisation_id, id, person_id, scenario_id, scenario_address,
                    scenario_digest, title, category, persona_name, level, seat, language, seed, stage, created_at,
                    started_at, live_since, played_ms, last_activity_at, time_limit_s, hints_used, memento,
                    retry_session, retry_turn, shared)
                values (:organisation_id, :id, :person_id, :scenario_id, :scenario_address,
                    :scenario_digest, :title, :category, :persona_name, :level, :seat, :language, :seed, :stage,
                    :created_at, :started_at, :live_since, :played_ms, :last_activity_at, :time_limit_s, :hints_used,
                    :memento, :retry_session, :retry_turn, :shared)
                """).params(row).update();
    }

    @Override
    public Optional<TrainingSession> find(TrainingSessionId id) {
        return jdbc.sql("select * from training_session where id = :id")
                .param("id", id.value())
                .query(SessionRow::session)
                .optional();
    }

    @Override
    public Optional<TrainingSession> lock(TrainingSessionId id) {
        return jdbc.sql("select * from training_session where id = :id for update")
                .param("id", id.value())
                .query(SessionRow::session)
                .optional();
    }

    @Override
    public TrainingSession save(TrainingSession session) {
        int rows = jdbc.sql("""
                update training_session set stage = :stage, started_at = :started_at, live_since = :live_since,
                    played_ms = :played_ms, last_activity_at = :last_activity_at, ended_at = :ended_at,
                    end_reason = :end_reason, outcome = :outcome, ending_turn = :ending_turn,
                    ending_sentence = :ending_sentence, hints_used = :hints_used, memento = :memento, shared = :shared,
                    lease_holder = :lease_holder, lease_until = :lease_until, version = version + 1
                where organisation_id = :organisation_id and id = :id and version = :version
                """).params(SessionRow.columns(session)).update();
        if (rows != 1) {
            throw new OptimisticLockingFailureException("training session " + session.id());
        }
        return session.saved();
    }

    @Override
    public void remove(TrainingSessionId id) {
        jdbc.sql("delete from training_session where id = :id")
                .param("id", id.value())
                .update();
    }

    @Override
    public void addTurns(TrainingSession session, List<PlayedTurn> turns) {
        for (PlayedTurn played : turns) {
            MarkedTurn marked = played.marked();
            Map<String, @Nullable Object> row = new HashMap<>();
            row.put("organisation_id", session.organisation().value());
            row.put("session_id", session.id().value());
            row.put("i", marked.turn().i());
            row.put("speaker", marked.turn().speaker().code());
            row.put("text", marked.turn().text());
            row.put("phase", marked.phase().code());
            row.put("at", at(played.at()));
            row.put("played_ms", played.played().toMillis());
            row.put("acts", json.acts(marked.acts()));
            row.put("state", json.state(marked.state()));
            row.put("moved", json.moved(marked.moved()));
            row.put("technique", marked.technique());
            row.put("technique_tag", played.techniqueTag());
            row.put("memento", played.memento());
            row.put("request_key", played.requestKey());
            PlayedTurn.Sound sound = played.sound();
            row.put("start_ms", sound == null ? null : sound.startMs());
            row.put("end_ms", sound == null ? null : sound.endMs());
            row.put("cut_off", sound != null && sound.cutOff());
            row.put("verbatim", sound != null && sound.verbatim());
            row.put("sureness", sound == null ? null : sound.sureness());
            jdbc.sql("""
                    insert into training_turn (organisation_id, session_id, i, speaker, text, phase, at, played_ms, acts,
                        state, moved, technique, technique_tag, memento, request_key, start_ms, end_ms, cut_off,
                        verbatim, sureness)
                    values (:organisation_id, :session_id, :i, :speaker, :text, :phase, :at, :played_ms, :acts,
                        :state, :moved, :technique, :technique_tag, :memento, :request_key, :start_ms, :end_ms, :cut_off,
                        :verbatim, :sureness)
                    """).params(row).update();
        }
    }

    @Override
    public List<PlayedTurn> turns(TrainingSessionId id) {
        return jdbc.sql("select t.*, " + WORDED + " where t.session_id = :id order by t.i")
                .param("id", id.value())
                .query(this::turn)
                .list();
    }

    @Override
    public void copyWordings(TrainingSessionId from, TrainingSessionId to, int before) {
        wordings.copy(from, to, before);
    }

    @Override
    public List<PlayedTurn> turnsOfRequest(TrainingSessionId id, String requestKey) {
        return jdbc.sql("""
                select t.*, %s
                where t.session_id = :id
                  and t.i >= (select coalesce(
                            (select min(o.i) from training_turn o
                             where o.session_id = :id and o.at = k.at and not exists (
                                select 1 from training_turn p
                                where p.session_id = :id and p.speaker = k.speaker and p.i < k.i)),
                            k.i)
                        from training_turn k where k.session_id = :id and k.request_key = :key)
                  and t.i < coalesce(
                        (select min(n.i) from training_turn n, training_turn k
                         where n.session_id = :id and k.session_id = :id and k.request_key = :key
                           and n.i > k.i and n.speaker = k.speaker),
                        2147483647)
                order by t.i
                """.formatted(WORDED))
                .param("id", id.value())
                .param("key", requestKey)
                .query(this::turn)
                .list();
    }

    @Override
    public void tag(TrainingSessionId id, int turn, @Nullable String technique) {
        jdbc.sql("update training_turn set technique_tag = :tag where session_id = :id and i = :i")
                .param("tag", technique)
                .param("id", id.value())
                .param("i", turn)
                .update();
    }

    @Override
    public void sounded(TrainingSessionId id, int turn, PlayedTurn.Sound sound) {
        jdbc.sql("""
                update training_turn set start_ms = :start, end_ms = :end, cut_off = :cut
                where session_id = :id and i = :i
                """)
                .param("start", sound.startMs())
                .param("end", sound.endMs())
                .param("cut", sound.cutOff())
                .param("id", id.value())
                .param("i", turn)
                .update();
    }

    @Override
    public void reword(TrainingSessionId id, int turn, String text) {
        jdbc.sql("update training_turn set text = :text where session_id = :id and i = :i")
                .param("text", text)
                .param("id", id.value())
                .param("i", turn)
                .update();
    }

    @Override
    public void addHint(TrainingSession session, int turn, String text, Instant at) {
        jdbc.sql("""
                insert into training_hint (organisation_id, session_id, n, turn, text, at)
                values (:organisation, :session, :n, :turn, :text, :at)
                """)
                .param("organisation", session.organisation().value())
                .param("session", session.id().value())
                .param("n", session.hintsUsed())
                .param("turn", turn)
                .param("text", text)
                .param("at", at(at))
                .update();
    }

    @Override
    public Optional<String> hintAt(TrainingSessionId id, int turn) {
        return jdbc.sql("select text from training_hint where session_id = :id and turn = :turn order by n limit 1")
                .param("id", id.value())
                .param("turn", turn)
                .query(String.class)
                .optional();
    }

    @Override
    public void keepSnapshot(TrainingSession session, String content) {
        jdbc.sql("""
                insert into training_snapshot (organisation_id, digest, content)
                values (:organisation, :digest, :content) on conflict do nothing
                """)
                .param("organisation", session.organisation().value())
                .param("digest", session.casting().scenarioDigest())
                .param("content", content)
                .update();
    }

    @Override
    public String snapshot(String digest) {
        return jdbc.sql("select content from training_snapshot where digest = :digest")
                .param("digest", digest)
                .query(String.class)
                .single();
    }

    @Override
    public List<TrainingSession> lockLeft(Instant leaseOver, Instant silentSince, int atMost) {
        return jdbc.sql("""
                select * from training_session
                where stage = 'live'
                  and (lease_until < :over or (lease_until is null and last_activity_at < :silent))
                order by last_activity_at limit :most for update skip locked
                """)
                .param("over", at(leaseOver))
                .param("silent", at(silentSince))
                .param("most", atMost)
                .query(SessionRow::session)
                .list();
    }

    @Override
    public List<TrainingSession> lockOverdue(Instant before, Instant now, int atMost) {
        return jdbc.sql("""
                select * from training_session
                where stage in ('lobby', 'live', 'paused')
                  and (last_activity_at < :before
                       or (stage = 'live' and live_since + (time_limit_s * 1000 - played_ms) * interval '1 millisecond' < :now))
                order by last_activity_at limit :most for update skip locked
                """)
                .param("before", at(before))
                .param("now", at(now))
                .param("most", atMost)
                .query(SessionRow::session)
                .list();
    }

    @Override
    public List<TrainingSessionId> endedBefore(Instant before, int atMost) {
        return jdbc.sql("select id from training_session where ended_at < :before order by ended_at limit :most")
                .param("before", at(before))
                .param("most", atMost)
                .query((row, n) -> new TrainingSessionId(row.getObject("id", UUID.class)))
                .list();
    }

    private PlayedTurn turn(ResultSet row, int n) throws SQLException {
        return new PlayedTurn(
                new MarkedTurn(
                        new Turn(
                                row.getInt("i"),
                                Speaker.valueOf(row.getString("speaker").toUpperCase(java.util.Locale.ROOT)),
                                row.getString("text")),
                        Phase.valueOf(row.getString("phase").toUpperCase(java.util.Locale.ROOT)),
                        json.acts(row.getString("acts")),
                        json.state(row.getString("state")),
                        json.moved(row.getString("moved")),
                        row.getString("technique")),
                row.getTimestamp("at").toInstant(),
                Duration.ofMillis(row.getLong("played_ms")),
                row.getString("technique_tag"),
                row.getString("memento"),
                sound(row),
                row.getString("request_key"),
                Wordings.insteadOfModel(row));
    }

    private static PlayedTurn.@Nullable Sound sound(ResultSet row) throws SQLException {
        Object start = row.getObject("start_ms");
        return start == null
                ? null
                : new PlayedTurn.Sound(
                        row.getLong("start_ms"),
                        row.getLong("end_ms"),
                        row.getBoolean("cut_off"),
                        row.getBoolean("verbatim"),
                        row.getObject("sureness", Double.class));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
