package org.sellmeapen.signin;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.kernel.OrganisationId;
import org.sellmeapen.kernel.PersonId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class OneTimeLinks {

    private final JdbcClient jdbc;
    private final Secrets secrets;
    private final URI publicUrl;
    private final Clock clock;

    OneTimeLinks(JdbcClient jdbc, Secrets secrets, @Value("${sellmeapen.public-url}") URI publicUrl, Clock clock) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.publicUrl = publicUrl;
        this.clock = clock;
    }

    OneTimeLink.Issued issue(
            LinkKind kind,
            @Nullable OrganisationId organisation,
            @Nullable PersonId person,
            @Nullable UUID invitation,
            Duration lifetime) {
        Instant now = clock.instant();
        Instant expires = now.plus(lifetime);
        String secret = secrets.next();
        jdbc.sql("""
                        insert into one_time_link (token_hash, kind, organisation_id, person_id, invitation_id, created_at,
                            expires_at) values (?, ?, ?, ?, ?, ?, ?)""")
                .param(Secrets.hash(secret))
                .param(kind.code())
                .param(organisation == null ? null : organisation.value())
                .param(person == null ? null : person.value())
                .param(invitation)
                .param(Timestamp.from(now))
                .param(Timestamp.from(expires))
                .update();
        // Behind the #: a browser keeps that part to itself, so no log of any proxy holds it.
        return new OneTimeLink.Issued(publicUrl.toString().replaceAll("/+$", "") + "/welcome#" + secret, expires);
    }

    Optional<OneTimeLink> find(String secret) {
        return jdbc.sql("select * from one_time_link where token_hash = ? and used_at is null and expires_at > ?")
                .params(Secrets.hash(secret), Timestamp.from(clock.instant()))
                .query(OneTimeLinks::row)
                .optional();
    }

    /** Of several who use it at the same moment one succeeds; the others see a link that is not valid. */
    void use(String secret) {
        int rows = jdbc.sql("""
                        update one_time_link set used_at = :now
                        where token_hash = :hash and used_at is null and expires_at > :now""")
                .param("now", Timestamp.from(clock.instant()))
                .param("hash", Secrets.hash(secret))
                .update();
        if (rows == 0) {
            throw new LinkNotValid();
        }
    }

    void withdrawOf(UUID invitation) {
        jdbc.sql("delete from one_time_link where invitation_id = ? and used_at is null")
                .param(invitation)
                .update();
    }

    void withdrawRecoveriesOf(PersonId person) {
        jdbc.sql("delete from one_time_link where person_id = ? and used_at is null")
                .param(person.value())
                .update();
    }

    void clear(Instant before) {
        jdbc.sql("delete from one_time_link where expires_at < ?")
                .param(Timestamp.from(before))
                .update();
    }

    private static OneTimeLink row(ResultSet row, int number) throws SQLException {
        UUID organisation = row.getObject("organisation_id", UUID.class);
        UUID person = row.getObject("person_id", UUID.class);
        return new OneTimeLink(
                LinkKind.ofCode(row.getString("kind")),
                organisation == null ? null : new OrganisationId(organisation),
                person == null ? null : new PersonId(person),
                row.getObject("invitation_id", UUID.class),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("expires_at").toInstant());
    }
}
