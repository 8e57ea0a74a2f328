package org.sellmeapen.signin;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.kernel.Cursor;
import org.sellmeapen.kernel.OrganisationId;
import org.sellmeapen.kernel.PersonId;
import org.sellmeapen.kernel.TeamId;
import org.sellmeapen.tenancy.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Open invitations: not accepted, not withdrawn, not expired. */
@Repository
class Invitations {

    private static final String OPEN =
            "select * from invitation where organisation_id = :org and accepted_at is null and expires_at > :now ";

    private final JdbcClient jdbc;
    private final Clock clock;

    Invitations(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void add(Invitation invitation) {
        jdbc.sql("""
                        insert into invitation (organisation_id, id, email, role, team_ids, invited_by, created_at,
                            expires_at) values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        invitation.organisation().value(),
                        invitation.id(),
                        invitation.email(),
                        invitation.role().code(),
                        invitation.teams().stream().map(TeamId::value).toArray(UUID[]::new),
                        invitation.invitedBy().value(),
                        Timestamp.from(invitation.createdAt()),
                        Timestamp.from(invitation.expiresAt()))
                .update();
    }

    Optional<Invitation> find(OrganisationId organisation, UUID id) {
        return jdbc.sql(OPEN + "and id = :id")
                .param("org", organisation.value())
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id)
                .query(Invitations::row)
                .optional();
    }

    List<Invitation> of(OrganisationId organisation, String email) {
        return jdbc.sql(OPEN + "and email = :email")
                .param("org", organisation.value())
                .param("now", Timestamp.from(clock.instant()))
                .param("email", email)
                .query(Invitations::row)
                .list();
    }

    /** Newest first; the ids are ordered by time. */
    List<Invitation> page(OrganisationId organisation, @Nullable Cursor after, int limit) {
        return jdbc.sql(
                        OPEN
                                + "and (cast(:after as uuid) is null or id < cast(:after as uuid)) order by id desc limit :limit")
                .param("org", organisation.value())
                .param("now", Timestamp.from(clock.instant()))
                .param("after", after == null ? null : after.key().getFirst())
                .param("limit", limit)
                .query(Invitations::row)
                .list();
    }

    void accepted(Invitation invitation) {
        jdbc.sql("update invitation set accepted_at = ? where organisation_id = ? and id = ?")
                .params(
                        Timestamp.from(clock.instant()),
                        invitation.organisation().value(),
                        invitation.id())
                .update();
    }

    void remove(OrganisationId organisation, UUID id) {
        jdbc.sql("delete from invitation where organisation_id = ? and id = ?")
                .params(organisation.value(), id)
                .update();
    }

    void removeAll(OrganisationId organisation) {
        jdbc.sql("delete from invitation where organisation_id = ?")
                .param(organisation.value())
                .update();
    }

    private static Invitation row(ResultSet row, int number) throws SQLException {
        return new Invitation(
                new OrganisationId(row.getObject("organisation_id", UUID.class)),
                row.getObject("id", UUID.class),
                row.getString("email"),
                Role.ofCode(row.getString("role")),
                Arrays.stream((UUID[]) row.getArray("team_ids").getArray())
                        .map(TeamId::new)
                        .toList(),
                new PersonId(row.getObject("invited_by", UUID.class)),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("expires_at").toInstant());
    }
}
