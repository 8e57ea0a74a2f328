package org.sellmeapen.media;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.sellmeapen.kernel.Ids;
import org.sellmeapen.kernel.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What processes agree on by rows: who has a recording in hand, and which files are to be removed. A process that dies
 * loses what it has in hand a minute later.
 */
@Repository
class MediaWork {

    static final Duration LEASE = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final Clock clock;
    /** This process, for as long as it runs. */
    private final UUID me;

    MediaWork(JdbcClient jdbc, Clock clock, Ids ids) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.me = ids.next();
    }

    record Item(OrganisationId organisation, RecordingId recording) {}

    /** @return false when another living process has it */
    boolean claim(OrganisationId organisation, RecordingId recording) {
        return jdbc.sql("""
                        insert into media_work (organisation_id, recording_id, task, holder, held_until)
                        values (:org, :recording, 'record', :me, :until)
                        on conflict (organisation_id, recording_id, task) do update
                        set holder = :me, held_until = :until
                        where media_work.holder = :me or media_work.held_until <= :now""")
                        .param("org", organisation.value())
                        .param("recording", recording.value())
                        .param("me", me)
                        .param("until", Timestamp.from(clock.instant().plus(LEASE)))
                        .param("now", Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }

    /** Says that this process lives, and what it has in hand. */
    Set<RecordingId> renew() {
        return new HashSet<>(jdbc.sql("""
                        update media_work set held_until = ? where holder = ? and task = 'record'
                        returning recording_id""")
                .params(Timestamp.from(clock.instant().plus(LEASE)), me)
                .query((row, _) -> new RecordingId(row.getObject(1, UUID.class)))
                .list());
    }

    void release(OrganisationId organisation, RecordingId recording) {
        jdbc.sql(
                        "delete from media_work where organisation_id = ? and recording_id = ? and task = 'record' and holder = ?")
                .params(organisation.value(), recording.value(), me)
                .update();
    }

    /** In the transaction in which their rows go. Whoever writes one of them learns it at the next renewal. */
    void toRemove(OrganisationId organisation, Collection<RecordingId> recordings) {
        for (RecordingId recording : recordings) {
            jdbc.sql("delete from media_work where organisation_id = ? and recording_id = ? and task = 'record'")
                    .params(organisation.value(), recording.value())
                    .update();
            jdbc.sql("""
                            insert into media_work (organisation_id, recording_id, task, held_until)
                            values (?, ?, 'remove', ?) on conflict do nothing""")
                    .params(organisation.value(), recording.value(), Timestamp.from(clock.instant()))
                    .update();
        }
    }

    /** Those whose time it is; taken, so that they rest, should it fail: a minute, two, four, up to eight hours. */
    List<Item> removals(int atMost) {
        return jdbc.sql("""
                        update media_work w set tries = tries + 1,
                            held_until = cast(:now as timestamptz) + make_interval(mins => cast(2 ^ least(tries, 9) as integer))
                        where (organisation_id, recording_id) in (
                            select organisation_id, recording_id from media_work
                            where task = 'remove' and held_until <= :now
                            order by held_until limit :limit for update skip locked)
                        and task = 'remove'
                        returning organisation_id, recording_id""")
                .param("now", Timestamp.from(clock.instant()))
                .param("limit", atMost)
                .query(MediaWork::item)
                .list();
    }

    void removed(Item item) {
        jdbc.sql("delete from media_work where organisation_id = ? and recording_id = ? and task = 'remove'")
                .params(item.organisation().value(), item.recording().value())
                .update();
    }

    private static Item item(ResultSet row, int number) throws SQLException {
        return new Item(
                new OrganisationId(row.getObject(1, UUID.class)), new RecordingId(row.getObject(2, UUID.class)));
    }
}
