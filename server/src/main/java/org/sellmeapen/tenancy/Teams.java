package org.sellmeapen.tenancy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sellmeapen.kernel.OrganisationId;
import org.sellmeapen.kernel.PersonId;
import org.sellmeapen.kernel.TeamId;
import org.sellmeapen.kernel.VersionStale;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class Teams {

    record Team(OrganisationId organisation, TeamId id, String name, long version) {}

    private final JdbcClient jdbc;

    Teams(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Team> find(OrganisationId organisation, TeamId id) {
        return jdbc.sql("select organisation_id, id, name, version from team where organisation_id = ? and id = ?")
                .params(organisation.value(), id.value())
                .query(Teams::row)
                .optional();
    }

    boolean haveAll(OrganisationId organisation, Collection<TeamId> ids) {
        UUID[] wanted = ids.stream().map(TeamId::value).distinct().toArray(UUID[]::new);
        return wanted.length == 0
                || jdbc.sql("select count(*) from team where organisation_id = ? and id = any (?)")
                                .params(organisation.value(), wanted)
                                .query(Integer.class)
                                .single()
                        == wanted.length;
    }

    void add(Team team, Instant now) {
        try {
            jdbc.sql("insert into team (organisation_id, id, name, created_at) values (?, ?, ?, ?)")
                    .params(team.organisation().value(), team.id().value(), team.name(), Timestamp.from(now))
                    .update();
        } catch (DuplicateKeyException taken) {
            throw new TeamNameTaken();
        }
    }

    /** @param changed carries the version that was read */
    void change(Team changed) {
        try {
            int rows = jdbc.sql("""
                            update team set name = ?, version = version + 1
                            where organisation_id = ? and id = ? and version = ?""")
                    .params(
                            changed.name(),
                            changed.organisation().value(),
                            changed.id().value(),
                            changed.version())
                    .update();
            if (rows == 0) {
                throw new VersionStale();
            }
        } catch (DuplicateKeyException taken) {
            throw new TeamNameTaken();
        }
    }

    void remove(OrganisationId organisation, TeamId id) {
        jdbc.sql("delete from team where organisation_id = ? and id = ?")
                .params(organisation.value(), id.value())
                .update();
    }

    void removeAll(OrganisationId organisation) {
        jdbc.sql("delete from team where organisation_id = ?")
                .param(organisation.value())
                .update();
    }

    void put(OrganisationId organisation, TeamId team, PersonId person, boolean lead) {
        jdbc.sql("""
                        insert into team_member (organisation_id, team_id, person_id, lead) values (?, ?, ?, ?)
                        on conflict (organisation_id, team_id, person_id) do update set lead = excluded.lead""")
                .params(organisation.value(), team.value(), person.value(), lead)
                .update();
    }

    boolean take(OrganisationId organisation, TeamId team, PersonId person) {
        return jdbc.sql("delete from team_member where organisation_id = ? and team_id = ? and person_id = ?")
                        .params(organisation.value(), team.value(), person.value())
                        .update()
                > 0;
    }

    List<TeamOfPerson> of(OrganisationId organisation, PersonId person) {
        return jdbc.sql("""
                        select t.id, t.name, m.lead from team_member m
                        join team t on t.organisation_id = m.organisation_id and t.id = m.team_id
                        where m.organisation_id = ? and m.person_id = ? order by lower(t.name), t.id""")
                .params(organisation.value(), person.value())
                .query((row, _) -> new TeamOfPerson(
                        new TeamId(row.getObject("id", UUID.class)), row.getString("name"), row.getBoolean("lead")))
                .list();
    }

    Set<PersonId> ledBy(OrganisationId organisation, PersonId lead) {
        return Set.copyOf(jdbc.sql("""
                        select distinct m.person_id from team_member l
                        join team_member m on m.organisation_id = l.organisation_id and m.team_id = l.team_id
                        where l.organisation_id = ? and l.person_id = ? and l.lead""")
                .params(organisation.value(), lead.value())
                .query((row, _) -> new PersonId(row.getObject(1, UUID.class)))
                .list());
    }

    private static Team row(ResultSet row, int number) throws SQLException {
        return new Team(
                new OrganisationId(row.getObject("organisation_id", UUID.class)),
                new TeamId(row.getObject("id", UUID.class)),
                row.getString("name"),
                row.getLong("version"));
    }
}
