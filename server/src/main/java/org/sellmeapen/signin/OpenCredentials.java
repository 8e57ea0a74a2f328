package org.sellmeapen.signin;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** For what stays open longer than a request: which of the sign-ins behind it still open a door. */
@Service
public class OpenCredentials {

    private final JdbcClient jdbc;
    private final SignInSettings settings;
    private final Clock clock;

    OpenCredentials(JdbcClient jdbc, SignInSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    /** @param credentials ids of browsers' sessions and of API tokens, mixed */
    public Set<UUID> stillOpen(Collection<UUID> credentials) {
        if (credentials.isEmpty()) {
            return Set.of();
        }
        Instant now = clock.instant();
        return new HashSet<>(jdbc.sql("""
                select id from web_session
                where id = any(:ids) and expires_at > :now and last_seen_at > :idle_since
                union all
                select id from api_token where id = any(:ids) and (expires_at is null or expires_at > :now)
                """)
                .param("ids", credentials.toArray(UUID[]::new))
                .param("now", Timestamp.from(now))
                .param("idle_since", Timestamp.from(now.minus(settings.idle())))
                .query(UUID.class)
                .list());
    }
}
