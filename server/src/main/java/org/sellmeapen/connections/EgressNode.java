package org.sellmeapen.connections;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.kernel.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Says of this process that it lives, once it wrote something of what left. One that ends without a farewell may have taken
 * up to a second of the list with it; the list tells when that was.
 */
@Component
class EgressNode {

    static final Duration SHOWS_LIFE = Duration.ofSeconds(10);
    private static final Duration DEAD_AFTER = Duration.ofMinutes(1);

    /** Between these two something may be missing, a second of it at most. */
    record Gap(Instant from, Instant to) {}

    private final JdbcClient jdbc;
    private final Ids ids;
    private final Clock clock;
    private @Nullable UUID id;
    private Instant shown = Instant.EPOCH;

    EgressNode(JdbcClient jdbc, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
    }

    /** @param wrote something just now */
    synchronized void alive(boolean wrote) {
        Instant now = clock.instant();
        if (id == null && wrote) {
            UUID fresh = ids.next();
            jdbc.sql("insert into connections_node (id, began_at, alive_at) values (?, ?, ?)")
                    .params(fresh, Timestamp.from(now), Timestamp.from(now))
                    .update();
            id = fresh;
            shown = now;
        } else if (id != null && shown.plus(SHOWS_LIFE).isBefore(now)) {
            jdbc.sql("update connections_node set alive_at = ? where id = ?")
                    .params(Timestamp.from(now), id)
                    .update();
            shown = now;
        }
    }

    synchronized void farewell() {
        if (id != null) {
            jdbc.sql("update connections_node set alive_at = ?, ended_at = ? where id = ?")
                    .params(Timestamp.from(clock.instant()), Timestamp.from(clock.instant()), id)
                    .update();
            id = null;
        }
    }

    /** Newest first. */
    List<Gap> gaps() {
        return jdbc
                .sql("""
                        select alive_at from connections_node where ended_at is null and alive_at < ?
                        order by alive_at desc limit 100""")
                .param(Timestamp.from(clock.instant().minus(DEAD_AFTER)))
                .query((row, _) -> row.getTimestamp(1).toInstant())
                .list()
                .stream()
                .map(last -> new Gap(last, last.plus(SHOWS_LIFE).plusSeconds(1)))
                .toList();
    }

    void removeBefore(Instant oldest) {
        jdbc.sql("delete from connections_node where alive_at < ?")
                .param(Timestamp.from(oldest))
                .update();
    }
}
