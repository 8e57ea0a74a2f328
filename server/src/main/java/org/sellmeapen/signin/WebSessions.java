package org.sellmeapen.signin;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sellmeapen.kernel.OrganisationId;
import org.sellmeapen.kernel.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Sessions are looked up at each request, so ending one is deleting its row. */
@Repository
class WebSessions {

    private static final String ALIVE = " expires_at > :now and last_seen_at > :idle_since ";

    private final JdbcClient jdbc;
    private final SignInSettings settings;
    private final Clock clock;

    WebSessions(JdbcClient jdbc, SignInSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    void add(WebSession session, byte[] tokenHash) {
        jdbc.sql("""
                        insert into web_session (token_hash, id, person_id, organisation_id, user_agent, created_at,
                            last_seen_at, expires_at) values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        tokenHash,
                        session.id(),
                        session.person().value(),
                        session.organisation().value(),
                        session.userAgent(),
                        Timestamp.from(session.createdAt()),
                        Timestamp.from(session.lastSeenAt()),
                        Timestamp.from(session.expiresAt()))
                .update();
    }

    Optional<WebSession> find(byte[] tokenHash) {
        Instant now = clock.instant();
        return jdbc.sql("select * from web_session where token_hash = :hash and" + ALIVE)
                .param("hash", tokenHash)
                .param("now", Timestamp.from(now))
                .param("idle_since", Timestamp.from(now.minus(settings.idle())))
                .query(WebSessions::row)
                .optional();
    }

    List<WebSession> of(PersonId person) {
        Instant now = clock.instant();
        return jdbc.sql("select * from web_session where person_id = :person and" + ALIVE
                        + "order by last_seen_at desc, id")
                .param("person", person.value())
                .param("now", Timestamp.from(now))
                .param("idle_since", Timestamp.from(now.minus(settings.idle())))
                .query(WebSessions::row)
                .list();
    }

    void seen(UUID id, Instant now) {
        jdbc.sql("update web_session set last_seen_at = ? where id = ?")
                .params(Timestamp.from(now), id)
                .update();
    }

    void goTo(UUID id, OrganisationId organisation) {
        jdbc.sql("update web_session set organisation_id = ? where id = ?")
                .params(organisation.value(), id)
                .update();
    }

    boolean end(UUID id, PersonId person) {
        return jdbc.sql("delete from web_session where id = ? and person_id = ?")
                        .params(id, person.value())
                        .update()
                > 0;
    }

    void endAll(PersonId person) {
        jdbc.sql("delete from web_session where person_id = ?")
                .param(person.value())
                .update();
    }

    void endOthers(PersonId person, UUID kept) {
        jdbc.sql("delete from web_session where person_id = ? and id <> ?")
                .params(person.value(), kept)
                .update();
    }

    void endIn(OrganisationId organisation, PersonId person) {
        jdbc.sql("delete from web_session where person_id = ? and organisation_id = ?")
                .params(person.value(), organisation.value())
                .update();
    }

    void clear() {
        Instant now = clock.instant();
        jdbc.sql("delete from web_session where not (" + ALIVE + ")")
                .param("now", Timestamp.from(now))
                .param("idle_since", Timestamp.from(now.minus(settings.idle())))
                .update();
    }

    private static WebSession row(ResultSet row, int number) throws SQLException {
        return new WebSession(
                row.getObject("id", UUID.class),
                new PersonId(row.getObject("person_id", UUID.class)),
                new OrganisationId(row.getObject("organisation_id", UUID.class)),
                row.getString("user_agent"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("last_seen_at").toInstant(),
                row.getTimestamp("expires_at").toInstant());
    }
}
