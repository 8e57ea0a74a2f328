package org.sellmeapen.media;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sellmeapen.kernel.OrganisationId;
import org.sellmeapen.kernel.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of recordings; each method inside a transaction in the scope of their organisation. */
@Repository
class Recordings {

    private final JdbcClient jdbc;

    Recordings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return the recording of that subject: this one, or the one begun before */
    RecordingId begin(OrganisationId organisation, RecordingId fresh, BeginRecording order, Instant now) {
        jdbc.sql("""
                        insert into media_recording (organisation_id, id, subject_id, person_id, state, retention,
                            kept_until, started_at)
                        values (?, ?, ?, ?, 'open', ?, ?, ?) on conflict (organisation_id, subject_id) do nothing""")
                .params(
                        organisation.value(),
                        fresh.value(),
                        order.subject(),
                        order.person().value(),
                        order.retention(),
                        Timestamp.from(now.plus(Duration.ofDays(order.keepDays()))),
                        Timestamp.from(now))
                .update();
        return ofSubject(organisation, order.subject()).map(StoredRecording::id).orElseThrow();
    }

    Optional<StoredRecording> find(OrganisationId organisation, RecordingId id) {
        return jdbc.sql("select * from media_recording where organisation_id = ? and id = ?")
                .params(organisation.value(), id.value())
                .query(Recordings::row)
                .optional();
    }

    Optional<StoredRecording> ofSubject(OrganisationId organisation, UUID subject) {
        return jdbc.sql("select * from media_recording where organisation_id = ? and subject_id = ?")
                .params(organisation.value(), subject)
                .query(Recordings::row)
                .optional();
    }

    /** It is written in that folder from now on. @return false when it was erased or expired meanwhile */
    boolean opened(OrganisationId organisation, RecordingId id, UUID spool) {
        return jdbc.sql("""
                        update media_recording set state = 'open', spool = ?, stored_as = null, completed_at = null,
                            version = version + 1
                        where organisation_id = ? and id = ? and state <> 'expired'""").params(spool, organisation.value(), id.value()).update() == 1;
    }

    /** @return whether it was open until now */
    boolean completed(OrganisationId organisation, RecordingId id, long samples, long bytes, Instant now) {
        return jdbc.sql("""
                        update media_recording set state = 'complete', completed_at = ?, samples = ?, bytes = ?,
                            version = version + 1
                        where organisation_id = ? and id = ? and state = 'open'""")
                        .params(Timestamp.from(now), samples, bytes, organisation.value(), id.value())
                        .update()
                == 1;
    }

    /** @return false when it was erased, expired or opened again meanwhile */
    boolean stored(OrganisationId organisation, RecordingId id, String name) {
        return jdbc.sql("""
                        update media_recording set stored_as = ?, spool = null, version = version + 1
                        where organisation_id = ? and id = ? and state = 'complete'""").params(name, organisation.value(), id.value()).update() == 1;
    }

    int keep(OrganisationId organisation, String retention, int days) {
        return jdbc.sql("""
                        update media_recording set kept_until = started_at + make_interval(days => ?),
                            version = version + 1
                        where organisation_id = ? and retention = ? and state <> 'expired'""").params(days, organisation.value(), retention).update();
    }

    /** Marks those whose time is over, and says which. Another node skips what this one has. */
    List<RecordingId> expire(OrganisationId organisation, Instant now, int atMost) {
        return jdbc.sql("""
                        update media_recording set state = 'expired', stored_as = null, spool = null, bytes = 0,
                            version = version + 1
                        where organisation_id = :org and id in (
                            select id from media_recording
                            where organisation_id = :org and state = 'complete' and kept_until <= :now
                            order by kept_until limit :most for update skip locked)
                        returning id""")
                .param("org", organisation.value())
                .param("now", Timestamp.from(now))
                .param("most", atMost)
                .query(Recordings::id)
                .list();
    }

    List<RecordingId> removeOfSubject(OrganisationId organisation, UUID subject) {
        return jdbc.sql("delete from media_recording where organisation_id = ? and subject_id = ? returning id")
                .params(organisation.value(), subject)
                .query(Recordings::id)
                .list();
    }

    List<RecordingId> removeOfPerson(OrganisationId organisation, PersonId person) {
        return jdbc.sql("delete from media_recording where organisation_id = ? and person_id = ? returning id")
                .params(organisation.value(), person.value())
                .query(Recordings::id)
                .list();
    }

    List<RecordingId> removeAll(OrganisationId organisation) {
        return jdbc.sql("delete from media_recording where organisation_id = ? returning id")
                .param(organisation.value())
                .query(Recordings::id)
                .list();
    }

    /** Begun, and never a recorder opened. */
    int removeNeverOpened(OrganisationId organisation, Instant before) {
        return jdbc.sql("""
                        delete from media_recording where organisation_id = ? and state = 'open' and spool is null
                            and stored_as is null and started_at < ?""")
                .params(organisation.value(), Timestamp.from(before))
                .update();
    }

    private static RecordingId id(ResultSet row, int number) throws SQLException {
        return new RecordingId(row.getObject("id", UUID.class));
    }

    private static StoredRecording row(ResultSet row, int number) throws SQLException {
        return new StoredRecording(
                new OrganisationId(row.getObject("organisation_id", UUID.class)),
                id(row, number),
                row.getObject("subject_id", UUID.class),
                new PersonId(row.getObject("person_id", UUID.class)),
                RecordingState.ofCode(row.getString("state")),
                row.getString("retention"),
                row.getTimestamp("kept_until").toInstant(),
                row.getTimestamp("started_at").toInstant(),
                row.getLong("samples"),
                row.getLong("bytes"),
                row.getObject("spool", UUID.class),
                row.getString("stored_as"));
    }
}
