package org.sellmeapen.tenancy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sellmeapen.kernel.OrganisationId;
import org.sellmeapen.kernel.PersonId;
import org.sellmeapen.kernel.VersionStale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class Memberships {

    private final JdbcClient jdbc;

    Memberships(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Membership> find(OrganisationId organisation, PersonId person) {
        return jdbc.sql("select * from membership where organisation_id = ? and person_id = ?")
                .params(organisation.value(), person.value())
                .query(Memberships::row)
                .optional();
    }

    /** In the scope of the person; the one joined first comes first. */
    List<OrganisationOfPerson> activeOf(PersonId person) {
        return jdbc.sql("""
                        select o.id, o.name, m.role from membership m join organisation o on o.id = m.organisation_id
                        where m.person_id = ? and m.active order by m.joined_at, o.id""")
                .param(person.value())
                .query((row, _) -> new OrganisationOfPerson(
                        new OrganisationId(row.getObject("id", UUID.class)),
                        row.getString("name"),
                        Role.ofCode(row.getString("role"))))
                .list();
    }

    /** In the scope of the person: active or not. */
    List<OrganisationId> allOf(PersonId person) {
        return jdbc.sql("select organisation_id from membership where person_id = ?")
                .param(person.value())
                .query((row, _) -> new OrganisationId(row.getObject(1, UUID.class)))
                .list();
    }

    List<PersonId> peopleOf(OrganisationId organisation) {
        return jdbc.sql("select person_id from membership where organisation_id = ?")
                .param(organisation.value())
                .query((row, _) -> new PersonId(row.getObject(1, UUID.class)))
                .list();
    }

    void add(Membership membership, Instant now) {
        jdbc.sql("insert into membership (organisation_id, person_id, role, active, joined_at) values (?, ?, ?, ?, ?)")
                .params(
                        membership.organisation().value(),
                        membership.person().value(),
                        membership.role().code(),
                        membership.active(),
                        Timestamp.from(now))
                .update();
    }

    /** @param changed carries the version that was read */
    void change(Membership changed) {
        int rows = jdbc.sql("""
                        update membership set role = ?, active = ?, version = version + 1
                        where organisation_id = ? and person_id = ? and version = ?""")
                .params(
                        changed.role().code(),
                        changed.active(),
                        changed.organisation().value(),
                        changed.person().value(),
                        changed.version())
                .update();
        if (rows == 0) {
            throw new VersionStale();
        }
    }

    void remove(OrganisationId organisation, PersonId person) {
        jdbc.sql("delete from membership where organisation_id = ? and person_id = ?")
                .params(organisation.value(), person.value())
                .update();
    }

    void seen(OrganisationId organisation, PersonId person, Instant now) {
        jdbc.sql("update membership set last_seen_at = ? where organisation_id = ? and person_id = ?")
                .params(Timestamp.from(now), organisation.value(), person.value())
                .update();
    }

    boolean isOnlyActiveOwner(OrganisationId organisation, PersonId person) {
        return jdbc.sql("select person_id from membership where organisation_id = ? and role = 'owner' and active")
                .param(organisation.value())
                .query(UUID.class)
                .list()
                .equals(List.of(person.value()));
    }

    private static Membership row(ResultSet row, int number) throws SQLException {
        return new Membership(
                new OrganisationId(row.getObject("organisation_id", UUID.class)),
                new PersonId(row.getObject("person_id", UUID.class)),
                Role.ofCode(row.getString("role")),
                row.getBoolean("active"),
                row.getLong("version"));
    }
}
