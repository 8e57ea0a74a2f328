package org.sellmeapen.signin;

import java.net.InetAddress;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts attempts in fixed windows, in the database so that several nodes count together. An attempt is counted before
 * it is judged, so that many at once cannot slip through, and given back when it was right.
 */
@Component
class Attempts {

    private final JdbcClient jdbc;
    private final Clock clock;

    Attempts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Counted(int taken, Instant until) {}

    /** @throws TooManyAttempts when this one is over the limit */
    void take(String key, int limit, Duration window) {
        Instant now = clock.instant();
        Counted counted = jdbc.sql("""
                        insert into attempt (key, taken, until) values (:key, 1, :until)
                        on conflict (key) do update set
                            taken = case when attempt.until <= :now then 1 else attempt.taken + 1 end,
                            until = case when attempt.until <= :now then excluded.until else attempt.until end
                        returning taken, until""")
                .param("key", key)
                .param("now", Timestamp.from(now))
                .param("until", Timestamp.from(now.plus(window)))
                .query((row, _) -> new Counted(
                        row.getInt("taken"), row.getTimestamp("until").toInstant()))
                .single();
        if (counted.taken() > limit) {
            throw new TooManyAttempts(Duration.between(now, counted.until()).plusSeconds(1));
        }
    }

    void giveBack(String key) {
        jdbc.sql("update attempt set taken = taken - 1 where key = ? and taken > 0")
                .param(key)
                .update();
    }

    void forget(String key) {
        jdbc.sql("delete from attempt where key = ?").param(key).update();
    }

    void clear() {
        jdbc.sql("delete from attempt where until <= ?")
                .param(Timestamp.from(clock.instant()))
                .update();
    }

    /** Hashed, so that the table tells nobody who tried to sign in. */
    static String account(String purpose, String email) {
        return purpose + ":account:" + HexFormat.of().formatHex(Secrets.hash(email));
    }

    /** A household has a whole /64 of IPv6 addresses, so it counts as one. */
    static String address(String purpose, String remote) {
        String bare =
                remote.startsWith("[") && remote.endsWith("]") ? remote.substring(1, remote.length() - 1) : remote;
        if (bare.indexOf(':') >= 0) {
            try {
                byte[] bytes = InetAddress.ofLiteral(bare).getAddress();
                if (bytes.length == 16) {
                    bare = HexFormat.of().formatHex(Arrays.copyOf(bytes, 8)) + "::/64";
                }
            } catch (IllegalArgumentException notALiteral) {
                return purpose + ":address:unknown";
            }
        }
        return purpose + ":address:" + bare;
    }
}
