package org.sellmeapen.audit;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.kernel.Cursor;
import org.sellmeapen.kernel.OrganisationId;
import org.sellmeapen.kernel.Page;
import org.sellmeapen.kernel.PersonId;
import org.sellmeapen.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The trail for reading, newest first: ids are ordered by time. */
@Component
class AuditViews {

    record Actor(UUID id, String name) {}

    /** @param sequence absent until sealed */
    record AuditLine(
            @Nullable Long sequence,
            UUID id,
            Instant at,
            @Nullable Actor actor,
            String action,
            String subject,
            Map<String, String> detail,
            boolean sealed) {}

    record Filter(
            @Nullable String action,
            @Nullable UUID actor,
            @Nullable Instant from,
            @Nullable Instant to) {}

    private record Row(AuditEntry entry, @Nullable Long sequence) {}

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Tenancy tenancy;

    AuditViews(JdbcClient jdbc, JsonMapper json, Tenancy tenancy) {
        this.jdbc = jdbc;
        this.json = json;
        this.tenancy = tenancy;
    }

    @Transactional(readOnly = true)
    public Page<AuditLine> page(OrganisationId organisation, Filter filter, @Nullable Cursor after, int size) {
        List<Row> rows = jdbc.sql("""
                        select e.*, s.sequence from audit_entry e
                        left join audit_seal s on s.organisation_id = e.organisation_id and s.entry_id = e.id
                        where e.organisation_id = :org
                        and (cast(:after as uuid) is null or e.id < cast(:after as uuid))
                        and (cast(:action as text) is null or e.action = :action)
                        and (cast(:actor as uuid) is null or e.actor_id = :actor)
                        and (cast(:from as timestamptz) is null or e.at >= :from)
                        and (cast(:to as timestamptz) is null or e.at < :to)
                        order by e.id desc limit :limit""")
                .param("org", organisation.value())
                .param("after", after == null ? null : after.key().getFirst())
                .param("action", filter.action())
                .param("actor", filter.actor())
                .param("from", timestamp(filter.from()))
                .param("to", timestamp(filter.to()))
                .param("limit", size + 1)
                .query((row, n) -> new Row(AuditEntries.row(row, n), row.getObject("sequence", Long.class)))
                .list();
        Map<PersonId, String> names = tenancy.names(rows.stream()
                .map(row -> row.entry().actor())
                .filter(Objects::nonNull)
                .toList());
        return Page.of(rows, size, last -> Cursor.after(last.entry().id().toString()))
                .map(row -> line(row, names));
    }

    private AuditLine line(Row row, Map<PersonId, String> names) {
        AuditEntry entry = row.entry();
        PersonId actor = entry.actor();
        return new AuditLine(
                row.sequence(),
                entry.id(),
                entry.at(),
                actor == null ? null : new Actor(actor.value(), names.getOrDefault(actor, "")),
                entry.action(),
                entry.subject(),
                json.readValue(entry.detail(), new TypeReference<Map<String, String>>() {}),
                row.sequence() != null);
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }
}
