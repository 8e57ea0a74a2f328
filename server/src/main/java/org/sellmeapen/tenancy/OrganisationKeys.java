package org.sellmeapen.tenancy;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.sellmeapen.kernel.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Each organisation's keys, in its row of a room's own table, wrapped by the room's master key. All of it happens inside a
 * transaction in the scope of the organisation.
 */
public final class OrganisationKeys {

    private final JdbcClient jdbc;
    private final MasterKeys masters;
    private final Clock clock;
    private final String table;
    private final Function<OrganisationId, RuntimeException> missing;

    /**
     * @param table with the columns organisation_id, keyset, master_id, rotated_at and version
     * @param missing what to throw where the master key is not the one that wrapped the organisation's
     */
    public OrganisationKeys(
            JdbcClient jdbc,
            String table,
            MasterKeys masters,
            Clock clock,
            Function<OrganisationId, RuntimeException> missing) {
        this.jdbc = jdbc;
        this.table = table;
        this.masters = masters;
        this.clock = clock;
        this.missing = missing;
    }

    private record Row(byte[] keyset, int master) {}

    /** Seals with the newest key, opens with all; made at the first use. */
    public Aead of(OrganisationId organisation) {
        Optional<Row> row = find(organisation, "");
        if (row.isEmpty()) {
            MasterKeys.Master master = masters.current();
            jdbc.sql("""
                            insert into %s (organisation_id, keyset, master_id, rotated_at) values (?, ?, ?, ?)
                            on conflict do nothing""".formatted(table))
                    .params(
                            organisation.value(),
                            wrapped(organisation, MasterKeys.fresh(), master),
                            master.id(),
                            Timestamp.from(clock.instant()))
                    .update();
            row = find(organisation, ""); // another node's, if that was first
        }
        return MasterKeys.aead(unwrapped(organisation, row.orElseThrow(), masters.current()));
    }

    /** A new key for what is recorded from now on. */
    public void rotate(OrganisationId organisation) {
        of(organisation);
        MasterKeys.Master master = masters.current();
        KeysetHandle keys =
                unwrapped(organisation, find(organisation, "for update").orElseThrow(), master);
        store(organisation, MasterKeys.rotated(keys), master);
    }

    /** Where the master key has changed since. @return whether it had */
    public boolean rewrap(OrganisationId organisation) {
        MasterKeys.Master master = masters.current();
        Optional<Row> row = find(organisation, "for update").filter(r -> r.master() != master.id());
        row.ifPresent(r -> store(organisation, unwrapped(organisation, r, master), master));
        return row.isPresent();
    }

    /**
     * Outside any scope and transaction: a new master key in its file, and these organisations' keys wrapped again under it.
     * Nodes that do not share the folder need the file before they next seal or open.
     *
     * @return how many organisations' keys were wrapped again
     */
    public int rotateMaster(List<OrganisationId> organisations, TransactionOperations transactions) {
        masters.rotate();
        int wrapped = 0;
        for (OrganisationId organisation : organisations) {
            boolean changed = OrganisationScope.within(
                    organisation, () -> Boolean.TRUE.equals(transactions.execute(_ -> rewrap(organisation))));
            wrapped += changed ? 1 : 0;
        }
        return wrapped;
    }

    public void remove(OrganisationId organisation) {
        jdbc.sql("delete from " + table + " where organisation_id = ?")
                .param(organisation.value())
                .update();
    }

    private void store(OrganisationId organisation, KeysetHandle keys, MasterKeys.Master master) {
        jdbc.sql("""
                        update %s set keyset = ?, master_id = ?, rotated_at = ?, version = version + 1
                        where organisation_id = ?""".formatted(table))
                .params(
                        wrapped(organisation, keys, master),
                        master.id(),
                        Timestamp.from(clock.instant()),
                        organisation.value())
                .update();
    }

    private Optional<Row> find(OrganisationId organisation, String lock) {
        return jdbc.sql("select keyset, master_id from " + table + " where organisation_id = ? " + lock)
                .param(organisation.value())
                .query((row, _) -> new Row(row.getBytes(1), row.getInt(2)))
                .optional();
    }

    private static byte[] wrapped(OrganisationId organisation, KeysetHandle keys, MasterKeys.Master master) {
        try {
            return TinkProtoKeysetFormat.serializeEncryptedKeyset(
                    keys, MasterKeys.aead(master.keys()), place(organisation), AeadConfig2026.get());
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private KeysetHandle unwrapped(OrganisationId organisation, Row row, MasterKeys.Master master) {
        try {
            return TinkProtoKeysetFormat.parseEncryptedKeyset(
                    row.keyset(), MasterKeys.aead(master.keys()), place(organisation), AeadConfig2026.get());
        } catch (GeneralSecurityException anotherMaster) {
            throw missing.apply(organisation);
        }
    }

    /** So that no organisation's row can be put in another's place. */
    private static byte[] place(OrganisationId organisation) {
        return organisation.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
