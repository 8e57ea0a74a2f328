package org.sellmeapen.coaching;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.kernel.OrganisationId;
import org.sellmeapen.kernel.PersonId;
import org.sellmeapen.speech.Measured;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What sessions showed; each method within the organisation of the caller's transaction. */
@Repository
class Analyses {

    record Analysis(
            UUID session,
            UUID person,
            String language,
            Instant endedAt,
            UUID recording,
            double recordingS,
            Measured measured,
            List<Told> findings) {}

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Analyses(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Optional<Analysis> find(UUID session) {
        return jdbc.sql("select * from coaching_analysis where session_id = :session")
                .param("session", session)
                .query(this::analysis)
                .optional();
    }

    private Analysis analysis(ResultSet row, int n) throws SQLException {
        return new Analysis(
                row.getObject("session_id", UUID.class),
                row.getObject("person_id", UUID.class),
                row.getString("language"),
                row.getTimestamp("ended_at").toInstant(),
                row.getObject("recording_id", UUID.class),
                row.getDouble("recording_s"),
                json.readValue(row.getString("measured"), Measured.class),
                json.readValue(row.getString("findings"), new TypeReference<List<Told>>() {}));
    }

    boolean isOf(UUID session, UUID recording, double seconds) {
        return jdbc.sql("""
                        select 1 from coaching_analysis
                        where session_id = :session and recording_id = :recording and recording_s = :seconds
                        """)
                .param("session", session)
                .param("recording", recording)
                .param("seconds", seconds)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    void keep(OrganisationId organisation, Analysis analysis) {
        jdbc.sql("""
                insert into coaching_analysis (organisation_id, session_id, person_id, language, ended_at, recording_id,
                    recording_s, measured, findings)
                values (:organisation, :session, :person, :language, :ended, :recording, :seconds, :measured, :findings)
                on conflict (organisation_id, session_id) do update
                set recording_id = excluded.recording_id, recording_s = excluded.recording_s,
                    measured = excluded.measured, findings = excluded.findings
                """)
                .param("organisation", organisation.value())
                .param("session", analysis.session())
                .param("person", analysis.person())
                .param("language", analysis.language())
                .param("ended", Timestamp.from(analysis.endedAt()))
                .param("recording", analysis.recording())
                .param("seconds", analysis.recordingS())
                .param("measured", json.writeValueAsString(analysis.measured()))
                .param("findings", json.writeValueAsString(analysis.findings()))
                .update();
        jdbc.sql("delete from coaching_figure where session_id = :session")
                .param("session", analysis.session())
                .update();
        analysis.measured()
                .figures()
                .forEach((name, value) -> jdbc.sql("""
                        insert into coaching_figure (organisation_id, session_id, name, value)
                        values (:organisation, :session, :name, :value)
                        """)
                        .param("organisation", organisation.value())
                        .param("session", analysis.session())
                        .param("name", name)
                        .param("value", value)
                        .update());
    }

    /** Of the sessions in this language that ended before this moment, the latest ten: each figure's values. */
    Map<String, OwnRange> usual(UUID person, String language, Instant before) {
        Map<String, List<Double>> values = new LinkedHashMap<>();
        jdbc.sql("""
                select f.name, f.value from coaching_figure f
                join (select organisation_id, session_id from coaching_analysis
                      where person_id = :person and language = :language and ended_at < :before
                      order by ended_at desc limit :last) a
                    using (organisation_id, session_id)
                """)
                .param("person", person)
                .param("language", language)
                .param("before", Timestamp.from(before))
                .param("last", OwnRange.LAST)
                .query(row -> {
                    values.computeIfAbsent(row.getString("name"), _ -> new java.util.ArrayList<>())
                            .add(row.getDouble("value"));
                });
        Map<String, OwnRange> usual = new LinkedHashMap<>();
        values.forEach((name, of) -> {
            OwnRange range = OwnRange.of(of);
            if (range != null) {
                usual.put(name, range);
            }
        });
        return usual;
    }

    /** One figure of one session. */
    record Point(UUID session, UUID person, String language, Instant at, String name, double value) {}

    /** The earliest first; of each person, in each language, their latest sessions. */
    List<Point> points(@Nullable List<UUID> people, Instant from, int sessionsEach) {
        return jdbc.sql("""
                select a.session_id, a.person_id, a.language, a.ended_at, f.name, f.value
                from (select organisation_id, session_id, person_id, language, ended_at,
                          row_number() over (partition by person_id, language order by ended_at desc) as nth
                      from coaching_analysis
                      where ended_at >= :from
                """ + (people == null ? "" : "and person_id = any (cast(:people as uuid[])) ") + """
                     ) a join coaching_figure f using (organisation_id, session_id)
                where a.nth <= :each order by a.ended_at, a.session_id
                """)
                .params(people == null ? Map.of() : Map.of("people", people.toArray(UUID[]::new)))
                .param("from", Timestamp.from(from))
                .param("each", sessionsEach)
                .query((row, n) -> new Point(
                        row.getObject("session_id", UUID.class),
                        row.getObject("person_id", UUID.class),
                        row.getString("language"),
                        row.getTimestamp("ended_at").toInstant(),
                        row.getString("name"),
                        row.getDouble("value")))
                .list();
    }

    void removeSession(UUID session) {
        jdbc.sql("delete from coaching_analysis where session_id = :session")
                .param("session", session)
                .update();
        // The moment is gone, and what was said in it.
        jdbc.sql("delete from coaching_drill where session_id = :session")
                .param("session", session)
                .update();
    }

    void removePerson(PersonId person) {
        for (String table : List.of("coaching_analysis", "coaching_drill")) {
            jdbc.sql("delete from " + table + " where person_id = :person")
                    .param("person", person.value())
                    .update();
        }
    }

    void removeAll(OrganisationId organisation) {
        for (String table : List.of("coaching_analysis", "coaching_drill", "coaching_weights")) {
            jdbc.sql("delete from " + table + " where organisation_id = :organisation")
                    .param("organisation", organisation.value())
                    .update();
        }
    }
}
