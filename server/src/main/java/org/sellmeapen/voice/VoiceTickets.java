package org.sellmeapen.voice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.kernel.OrganisationId;
import org.sellmeapen.kernel.PersonId;
import org.sellmeapen.signin.Credential;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tickets are found by their secret alone, before anyone knows for which organisation; so their table is global. */
@Repository
class VoiceTickets {

    /** @param origin of the page the ticket was issued to */
    record Redeemed(Call call, @Nullable String origin) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    VoiceTickets(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void add(byte[] hash, UUID id, TicketOrder order, int upRate, long clockMs, Instant expiresAt) {
        Caller caller = order.caller();
        jdbc.sql("""
                insert into voice_ticket (token_hash, id, organisation_id, person_id, session_id, holder, by_token,
                    credential_id, origin, brief, clock_ms, up_rate, created_at, expires_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(Arrays.<@Nullable Object>asList(
                        hash,
                        id,
                        caller.organisation().value(),
                        caller.person().value(),
                        caller.conversation(),
                        caller.holder(),
                        order.credential() instanceof Credential.Token,
                        order.credential().id(),
                        order.origin(),
                        Messages.MAPPER.writeValueAsString(order.brief()),
                        clockMs,
                        upRate,
                        Timestamp.from(clock.instant()),
                        Timestamp.from(expiresAt)))
                .update();
    }

    /** Spends the ticket; empty where it never was, was spent or is too old. */
    Optional<Redeemed> redeem(byte[] hash) {
        Timestamp now = Timestamp.from(clock.instant());
        return jdbc.sql("""
                update voice_ticket set used_at = :now where token_hash = :hash and used_at is null and expires_at > :now
                returning *
                """)
                .param("hash", hash)
                .param("now", now)
                .query(VoiceTickets::row)
                .optional();
    }

    void clear() {
        jdbc.sql("delete from voice_ticket where expires_at < ?")
                .param(Timestamp.from(clock.instant()))
                .update();
    }

    private static Redeemed row(ResultSet row, int n) throws SQLException {
        return new Redeemed(
                new Call(
                        row.getObject("id", UUID.class),
                        new Caller(
                                new OrganisationId(row.getObject("organisation_id", UUID.class)),
                                new PersonId(row.getObject("person_id", UUID.class)),
                                row.getObject("session_id", UUID.class),
                                row.getObject("holder", UUID.class)),
                        row.getBoolean("by_token"),
                        row.getObject("credential_id", UUID.class),
                        Messages.MAPPER.readValue(row.getString("brief"), VoiceBrief.class),
                        row.getLong("clock_ms"),
                        row.getInt("up_rate")),
                row.getString("origin"));
    }
}
