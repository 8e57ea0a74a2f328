package org.sellmeapen.signin;

import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whether the first administrator has come. */
@Repository
class Installation {

    private final JdbcClient jdbc;
    private final Clock clock;

    Installation(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    boolean claimed() {
        return jdbc.sql("select claimed_at is not null from installation")
                .query(Boolean.class)
                .single();
    }

    /** Several links may be about, one a start; only one of them makes an administrator. */
    void claim() {
        int rows = jdbc.sql("update installation set claimed_at = ? where claimed_at is null")
                .param(Timestamp.from(clock.instant()))
                .update();
        if (rows == 0) {
            throw new LinkNotValid();
        }
    }
}
