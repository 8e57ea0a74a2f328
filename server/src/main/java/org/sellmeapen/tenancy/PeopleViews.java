package org.sellmeapen.tenancy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.kernel.Cursor;
import org.sellmeapen.kernel.Page;
import org.sellmeapen.kernel.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** People as others in their organisation see them. Who may not see everybody sees the teams they lead, and themselves. */
@Component
class PeopleViews {

    record TeamPlace(UUID id, String name, boolean lead) {}

    record PersonLine(
            UUID id,
            String name,
            String email,
            Role role,
            boolean active,
            List<TeamPlace> teams,
            @Nullable Instant lastSeenAt) {}

    record Versioned(PersonLine line, long version) {}

    record Filter(
            @Nullable String text,
            @Nullable UUID team,
            @Nullable Role role,
            @Nullable Boolean active) {}

    private static final String SELECT = """
            select p.id, p.name, p.email, m.role, m.active, m.last_seen_at, m.version, coalesce((
                select json_agg(json_build_object('id', t.id, 'name', t.name, 'lead', tm.lead) order by lower(t.name))
                from team_member tm join team t on t.organisation_id = tm.organisation_id and t.id = tm.team_id
                where tm.organisation_id = m.organisation_id and tm.person_id = m.person_id), '[]') as teams
            from membership m join person p on p.id = m.person_id
            where m.organisation_id = :org and (:everybody or m.person_id = :me or exists (
                select 1 from team_member mine join team_member theirs
                    on theirs.organisation_id = mine.organisation_id and theirs.team_id = mine.team_id
                where mine.organisation_id = m.organisation_id and mine.person_id = :me and mine.lead
                    and theirs.person_id = m.person_id))
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    PeopleViews(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Transactional(readOnly = true)
    public Optional<Versioned> find(SignedIn who, PersonId id) {
        return select(who, "and m.person_id = :id")
                .param("id", id.value())
                .query(this::row)
                .optional();
    }

    @Transactional(readOnly = true)
    public Page<PersonLine> page(SignedIn who, Filter filter, @Nullable Cursor after, int size) {
        List<PersonLine> rows = select(who, """
                        and (cast(:text as text) is null or p.name ilike :text or p.email ilike :text)
                        and (cast(:team as uuid) is null or exists (select 1 from team_member x
                            where x.organisation_id = m.organisation_id and x.team_id = :team and x.person_id = p.id))
                        and (cast(:role as text) is null or m.role = :role)
                        and (cast(:active as boolean) is null or m.active = :active)
                        and (cast(:name as text) is null
                            or (lower(p.name), p.id) > (cast(:name as text), cast(:id as uuid)))
                        order by lower(p.name), p.id limit :limit""")
                .param("text", filter.text() == null ? null : "%" + escaped(filter.text()) + "%")
                .param("team", filter.team())
                .param("role", filter.role() == null ? null : filter.role().code())
                .param("active", filter.active())
                .param("name", after == null ? null : after.key().getFirst())
                .param("id", after == null ? null : after.key().getLast())
                .param("limit", size + 1)
                .query((row, n) -> row(row, n).line())
                .list();
        return Page.of(
                rows, size, last -> Cursor.after(lower(last.name()), last.id().toString()));
    }

    private JdbcClient.StatementSpec select(SignedIn who, String rest) {
        return jdbc.sql(SELECT + rest)
                .param("org", who.organisation().value())
                .param("me", who.person().value())
                .param("everybody", who.may(Permission.MANAGE_PEOPLE) || who.may(Permission.SEE_ORGANISATION));
    }

    /** By the database, whose order it is. */
    private String lower(String name) {
        return jdbc.sql("select lower(?)").param(name).query(String.class).single();
    }

    static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    private Versioned row(ResultSet row, int number) throws SQLException {
        Timestamp seen = row.getTimestamp("last_seen_at");
        return new Versioned(
                new PersonLine(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getString("email"),
                        Role.ofCode(row.getString("role")),
                        row.getBoolean("active"),
                        json.readValue(row.getString("teams"), new TypeReference<List<TeamPlace>>() {}),
                        seen == null ? null : seen.toInstant()),
                row.getLong("version"));
    }
}
