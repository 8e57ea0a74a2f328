package org.sellmeapen.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.kernel.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The chains and their seals. */
@Repository
class Chains {

    private final JdbcClient jdbc;

    Chains(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Chain(ChainHead head, String keyId) {}

    /** @param entry null when what was sealed is gone */
    record Link(long sequence, byte[] mac, @Nullable AuditEntry entry) {}

    void begin(OrganisationId chain, String keyId) {
        jdbc.sql("""
                        insert into audit_chain (organisation_id, sequence, mac, key_id) values (?, 0, ?, ?)
                        on conflict (organisation_id) do nothing""").params(chain.value(), SealKey.BEGINNING, keyId).update();
    }

    /** Holds the chain until the end of the transaction; empty when another node holds it. */
    Optional<Chain> claim(OrganisationId chain) {
        return jdbc.sql("select * from audit_chain where organisation_id = ? for update skip locked")
                .param(chain.value())
                .query(Chains::chain)
                .optional();
    }

    Optional<Chain> find(OrganisationId chain) {
        return jdbc.sql("select * from audit_chain where organisation_id = ?")
                .param(chain.value())
                .query(Chains::chain)
                .optional();
    }

    void add(OrganisationId chain, long sequence, UUID entry, byte[] mac) {
        jdbc.sql("insert into audit_seal (organisation_id, sequence, entry_id, mac) values (?, ?, ?, ?)")
                .params(chain.value(), sequence, entry, mac)
                .update();
    }

    void moveTo(OrganisationId chain, ChainHead head) {
        jdbc.sql("update audit_chain set sequence = ?, mac = ? where organisation_id = ?")
                .params(head.sequence(), head.mac(), chain.value())
                .update();
    }

    List<Link> after(OrganisationId chain, long sequence, int limit) {
        return jdbc.sql("""
                        select s.sequence, s.mac, e.* from audit_seal s
                        left join audit_entry e on e.organisation_id = s.organisation_id and e.id = s.entry_id
                        where s.organisation_id = ? and s.sequence > ? order by s.sequence limit ?""")
                .params(chain.value(), sequence, limit)
                .query((row, n) -> new Link(
                        row.getLong("sequence"),
                        row.getBytes("mac"),
                        row.getObject("id") == null ? null : AuditEntries.row(row, n)))
                .list();
    }

    private static Chain chain(ResultSet row, int number) throws SQLException {
        return new Chain(new ChainHead(row.getLong("sequence"), row.getBytes("mac")), row.getString("key_id"));
    }
}
