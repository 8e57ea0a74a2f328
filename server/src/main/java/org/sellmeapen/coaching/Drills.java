package org.sellmeapen.coaching;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sellmeapen.kernel.OrganisationId;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Exercises and how they went; each method within the organisation of the caller's transaction. */
@Repository
class Drills {

    record Take(UUID id, Instant at, int score, List<Drillbook.Checked> checks) {}

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Drills(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Optional<Drill> find(UUID id) {
        return jdbc.sql("select * from coaching_drill where id = :id")
                .param("id", id)
                .query(Drills::drill)
                .optional();
    }

    Optional<Drill> ofKind(UUID person, String kind) {
        return jdbc.sql("select * from coaching_drill where person_id = :person and kind = :kind for update")
                .param("person", person)
                .param("kind", kind)
                .query(Drills::drill)
                .optional();
    }

    /** The one that has been due longest first. */
    List<Drill> of(UUID person) {
        return jdbc.sql("select * from coaching_drill where person_id = :person order by due_at, id")
                .param("person", person)
                .query(Drills::drill)
                .list();
    }

    private static Drill drill(ResultSet row, int n) throws SQLException {
        return new Drill(
                row.getObject("id", UUID.class),
                row.getObject("person_id", UUID.class),
                row.getString("kind"),
                row.getString("what"),
                row.getObject("session_id", UUID.class),
                (Double) row.getObject("start_s"),
                row.getString("language"),
                row.getString("words"),
                row.getTimestamp("created_at").toInstant(),
                row.getInt("stage"),
                row.getTimestamp("due_at").toInstant(),
                row.getLong("version"));
    }

    void add(OrganisationId organisation, Drill drill) {
        jdbc.sql("""
                insert into coaching_drill (organisation_id, id, person_id, kind, what, session_id, start_s, language,
                    words, created_at, stage, due_at)
                values (:organisation, :id, :person, :kind, :what, :session, :start, :language, :words, :created, :stage, :due)
                """)
                .param("organisation", organisation.value())
                .param("id", drill.id())
                .param("person", drill.person())
                .param("kind", drill.kind())
                .param("what", drill.what())
                .param("session", drill.session())
                .param("start", drill.startS())
                .param("language", drill.language())
                .param("words", drill.words())
                .param("created", Timestamp.from(drill.createdAt()))
                .param("stage", drill.stage())
                .param("due", Timestamp.from(drill.dueAt()))
                .update();
    }

    void save(Drill drill) {
        int rows = jdbc.sql("""
                update coaching_drill set what = :what, session_id = :session, start_s = :start, language = :language,
                    words = :words, stage = :stage, due_at = :due, version = version + 1
                where id = :id and version = :version
                """)
                .param("what", drill.what())
                .param("session", drill.session())
                .param("start", drill.startS())
                .param("language", drill.language())
                .param("words", drill.words())
                .param("stage", drill.stage())
                .param("due", Timestamp.from(drill.dueAt()))
                .param("id", drill.id())
                .param("version", drill.version())
                .update();
        if (rows != 1) {
            throw new OptimisticLockingFailureException("drill " + drill.id());
        }
    }

    void addTake(OrganisationId organisation, UUID drill, Take take) {
        jdbc.sql("""
                insert into coaching_take (organisation_id, id, drill_id, at, score, checks)
                values (:organisation, :id, :drill, :at, :score, :checks)
                """)
                .param("organisation", organisation.value())
                .param("id", take.id())
                .param("drill", drill)
                .param("at", Timestamp.from(take.at()))
                .param("score", take.score())
                .param("checks", json.writeValueAsString(take.checks()))
                .update();
    }

    /** The latest first. */
    List<Take> takes(UUID drill, int most) {
        return jdbc.sql("select * from coaching_take where drill_id = :drill order by at desc, id limit :most")
                .param("drill", drill)
                .param("most", most)
                .query((row, n) -> new Take(
                        row.getObject("id", UUID.class),
                        row.getTimestamp("at").toInstant(),
                        row.getInt("score"),
                        json.readValue(row.getString("checks"), new TypeReference<List<Drillbook.Checked>>() {})))
                .list();
    }

    /** Kinds whose latest take since then went well. */
    Set<String> wentWell(UUID person, Instant since) {
        return new HashSet<>(jdbc.sql("""
                        select d.kind from coaching_drill d
                        where d.person_id = :person and d.stage > 0 and exists (
                            select 1 from coaching_take t
                            where t.organisation_id = d.organisation_id and t.drill_id = d.id and t.at >= :since)
                        """)
                .param("person", person)
                .param("since", Timestamp.from(since))
                .query(String.class)
                .list());
    }
}
