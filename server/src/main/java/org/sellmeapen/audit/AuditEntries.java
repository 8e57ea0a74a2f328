package org.sellmeapen.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.kernel.AuditTrail;
import org.sellmeapen.kernel.Ids;
import org.sellmeapen.kernel.OrganisationId;
import org.sellmeapen.kernel.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The trail. Adding is all that the application's role may do to it. */
@Repository
class AuditEntries implements AuditTrail {

    /** Stands for the house itself: what belongs to no organisation. */
    static final OrganisationId HOUSE = new OrganisationId(new UUID(0, 0));

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Ids ids;
    private final Clock clock;

    AuditEntries(JdbcClient jdbc, JsonMapper json, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.ids = ids;
        this.clock = clock;
    }

    /** Only inside the transaction of the change: an entry of what never happened, or a change without one, is a bug. */
    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(
            @Nullable OrganisationId organisation,
            @Nullable PersonId actor,
            String action,
            String subject,
            Map<String, String> detail) {
        UUID chain = (organisation == null ? HOUSE : organisation).value();
        UUID id = ids.next();
        jdbc.sql("""
                        insert into audit_entry (organisation_id, id, at, actor_id, action, subject, detail)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .param(chain)
                .param(id)
                .param(Timestamp.from(clock.instant().truncatedTo(ChronoUnit.MICROS)))
                .param(actor == null ? null : actor.value())
                .param(action)
                .param(subject)
                .param(json.writeValueAsString(new TreeMap<>(detail)))
                .update();
        jdbc.sql("insert into audit_pending (organisation_id, entry_id) values (?, ?)")
                .params(chain, id)
                .update();
    }

    List<OrganisationId> chainsWithPending() {
        return jdbc.sql("select distinct organisation_id from audit_pending")
                .query((row, _) -> new OrganisationId(row.getObject(1, UUID.class)))
                .list();
    }

    List<AuditEntry> pending(OrganisationId chain, int limit) {
        return jdbc.sql("""
                        select e.* from audit_pending p
                        join audit_entry e on e.organisation_id = p.organisation_id and e.id = p.entry_id
                        where p.organisation_id = ? order by e.id limit ?""")
                .params(chain.value(), limit)
                .query(AuditEntries::row)
                .list();
    }

    void noLongerPending(OrganisationId chain, UUID id) {
        jdbc.sql("delete from audit_pending where organisation_id = ? and entry_id = ?")
                .params(chain.value(), id)
                .update();
    }

    long count(OrganisationId chain) {
        return jdbc.sql("select count(*) from audit_entry where organisation_id = ?")
                .param(chain.value())
                .query(Long.class)
                .single();
    }

    /** Entries that came in by a side door, neither sealed nor waiting for it, and waiting ones that are gone. */
    boolean hasStrays(OrganisationId chain) {
        return jdbc.sql("""
                        select exists (
                            select 1 from audit_entry e where e.organisation_id = :org
                            and not exists (select 1 from audit_seal s
                                where s.organisation_id = e.organisation_id and s.entry_id = e.id)
                            and not exists (select 1 from audit_pending p
                                where p.organisation_id = e.organisation_id and p.entry_id = e.id))
                        or exists (
                            select 1 from audit_pending p where p.organisation_id = :org
                            and not exists (select 1 from audit_entry e
                                where e.organisation_id = p.organisation_id and e.id = p.entry_id))""").param("org", chain.value()).query(Boolean.class).single();
    }

    static AuditEntry row(ResultSet row, int number) throws SQLException {
        UUID actor = row.getObject("actor_id", UUID.class);
        return new AuditEntry(
                new OrganisationId(row.getObject("organisation_id", UUID.class)),
                row.getObject("id", UUID.class),
                row.getTimestamp("at").toInstant(),
                actor == null ? null : new PersonId(actor),
                row.getString("action"),
                row.getString("subject"),
                row.getString("detail"));
    }
}
