package org.sellmeapen.tenancy;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.kernel.Cursor;
import org.sellmeapen.kernel.Page;
import org.sellmeapen.kernel.TeamId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Teams; who may not see all of them sees those they lead. */
@Component
class TeamViews {

    record Lead(UUID id, String name) {}

    record TeamLine(UUID id, String name, int members, List<Lead> leads) {}

    record Versioned(TeamLine line, long version) {}

    record TeamMember(UUID id, String name, Role role, boolean active, boolean lead) {}

    private static final String SELECT = """
            select t.id, t.name, t.version,
                (select count(*) from team_member m where m.organisation_id = t.organisation_id and m.team_id = t.id) as members,
                coalesce((select json_agg(json_build_object('id', p.id, 'name', p.name) order by lower(p.name), p.id)
                    from team_member m join person p on p.id = m.person_id
                    where m.organisation_id = t.organisation_id and m.team_id = t.id and m.lead), '[]') as leads
            from team t where t.organisation_id = :org and (:all or exists (select 1 from team_member l
                where l.organisation_id = t.organisation_id and l.team_id = t.id and l.person_id = :me and l.lead))
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    TeamViews(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Transactional(readOnly = true)
    public Page<TeamLine> page(SignedIn who, @Nullable Cursor after, int size) {
        List<Versioned> rows = query(select(who, """
                        and (cast(:name as text) is null
                            or (lower(t.name), t.id) > (cast(:name as text), cast(:id as uuid)))
                        order by lower(t.name), t.id limit :limit""")
                .param("name", after == null ? null : after.key().getFirst())
                .param("id", after == null ? null : after.key().getLast())
                .param("limit", size + 1));
        return Page.of(
                rows.stream().map(Versioned::line).toList(),
                size,
                last -> Cursor.after(
                        jdbc.sql("select lower(?)")
                                .param(last.name())
                                .query(String.class)
                                .single(),
                        last.id().toString()));
    }

    @Transactional(readOnly = true)
    public Optional<Versioned> find(SignedIn who, TeamId id) {
        return query(select(who, "and t.id = :id").param("id", id.value())).stream()
                .findFirst();
    }

    @Transactional(readOnly = true)
    public List<TeamMember> members(SignedIn who, TeamId id) {
        return jdbc.sql("""
                        select p.id, p.name, m.role, m.active, tm.lead from team_member tm
                        join membership m on m.organisation_id = tm.organisation_id and m.person_id = tm.person_id
                        join person p on p.id = tm.person_id
                        where tm.organisation_id = :org and tm.team_id = :team order by lower(p.name), p.id""")
                .param("org", who.organisation().value())
                .param("team", id.value())
                .query((row, _) -> new TeamMember(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        Role.ofCode(row.getString("role")),
                        row.getBoolean("active"),
                        row.getBoolean("lead")))
                .list();
    }

    private JdbcClient.StatementSpec select(SignedIn who, String rest) {
        return jdbc.sql(SELECT + rest)
                .param("org", who.organisation().value())
                .param("me", who.person().value())
                .param("all", who.may(Permission.MANAGE_TEAMS) || who.may(Permission.SEE_ORGANISATION));
    }

    private List<Versioned> query(JdbcClient.StatementSpec statement) {
        return statement
                .query((row, _) -> new Versioned(
                        new TeamLine(
                                row.getObject("id", UUID.class),
                                row.getString("name"),
                                row.getInt("members"),
                                json.readValue(row.getString("leads"), new TypeReference<List<Lead>>() {})),
                        row.getLong("version")))
                .list();
    }
}
