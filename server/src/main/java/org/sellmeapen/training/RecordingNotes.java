package org.sellmeapen.training;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sellmeapen.kernel.OrganisationId;
import org.sellmeapen.kernel.PersonId;
import org.sellmeapen.media.RecordingView;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What is remembered beside a recording; each method within the organisation of the caller's transaction. */
@Repository
class RecordingNotes {

    private final JdbcClient jdbc;
    private final JsonMapper mapper;

    RecordingNotes(JdbcClient jdbc, JsonMapper mapper) {
        this.jdbc = jdbc;
        this.mapper = mapper;
    }

    /** Removed is removed: a later call of the same session does not hide it. */
    void absent(OrganisationId organisation, TrainingSessionId session, Absence why) {
        jdbc.sql("""
                insert into training_recording (organisation_id, session_id, absent) values (:organisation, :session, :why)
                on conflict (organisation_id, session_id) do update
                set absent = excluded.absent, measured = null, measured_s = null, pauses = null
                where training_recording.absent is distinct from 'removed'
                """)
                .param("organisation", organisation.value())
                .param("session", session.value())
                .param("why", why.code())
                .update();
    }

    Optional<Absence> whyAbsent(TrainingSessionId session) {
        return jdbc.sql("select absent from training_recording where session_id = :session and absent is not null")
                .param("session", session.value())
                .query(String.class)
                .optional()
                .map(Absence::ofCode);
    }

    /** @return whether this listening is to be noted: none of this person was in the last hour */
    boolean isNew(OrganisationId organisation, UUID session, PersonId listener, Instant now) {
        return jdbc.sql("""
                        insert into training_listening (organisation_id, session_id, person_id, noted_at)
                        values (:organisation, :session, :person, :now)
                        on conflict (organisation_id, session_id, person_id) do update set noted_at = excluded.noted_at
                        where training_listening.noted_at <= excluded.noted_at - interval '1 hour'
                        """)
                        .param("organisation", organisation.value())
                        .param("session", session)
                        .param("person", listener.value())
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    Optional<List<Pause>> pauses(RecordingView recording) {
        return jdbc.sql("""
                select pauses from training_recording
                where session_id = :session and measured = :recording and measured_s = :seconds
                """)
                .param("session", recording.subject())
                .param("recording", recording.id().value())
                .param("seconds", recording.seconds())
                .query(String.class)
                .optional()
                .map(stored -> mapper.readValue(stored, new TypeReference<List<Pause>>() {}));
    }

    void keepPauses(OrganisationId organisation, RecordingView recording, List<Pause> pauses) {
        jdbc.sql("""
                insert into training_recording (organisation_id, session_id, measured, measured_s, pauses)
                select organisation_id, id, :recording, :seconds, :pauses from training_session
                where organisation_id = :organisation and id = :session
                on conflict (organisation_id, session_id) do update
                set measured = excluded.measured, measured_s = excluded.measured_s, pauses = excluded.pauses
                where training_recording.absent is distinct from 'removed'
                """)
                .param("organisation", organisation.value())
                .param("session", recording.subject())
                .param("recording", recording.id().value())
                .param("seconds", recording.seconds())
                .param("pauses", mapper.writeValueAsString(pauses))
                .update();
    }
}
