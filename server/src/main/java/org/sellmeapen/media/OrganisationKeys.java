package org.sellmeapen.media;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.sellmeapen.kernel.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Each organisation's keys, in its row of the database, wrapped by the master key. All of it happens inside a transaction
 * in the scope of the organisation.
 */
final class OrganisationKeys {

    private final JdbcClient jdbc;
    private final MasterKeys masters;
    private final Clock clock;

    OrganisationKeys(JdbcClient jdbc, MasterKeys masters, Clock clock) {
        this.jdbc = jdbc;
        this.masters = masters;
        this.clock = clock;
    }

    private record Row(byte[] keyset, int master) {}

    /** Seals with the newest key, opens with all; made at the first use. */
    Aead of(OrganisationId organisation) {
        Optional<Row> row = find(organisation, "");
        if (row.isEmpty()) {
            MasterKeys.Master master = masters.current();
            jdbc.sql("""
                            insert into media_key (organisation_id, keyset, master_id, rotated_at) values (?, ?, ?, ?)
                            on conflict do nothing""")
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
    void rotate(OrganisationId organisation) {
        of(organisation);
        MasterKeys.Master master = masters.current();
        KeysetHandle keys =
                unwrapped(organisation, find(organisation, "for update").orElseThrow(), master);
        store(organisation, MasterKeys.rotated(keys), master);
    }

    /** Where the master key has changed since. @return whether it had */
    boolean rewrap(OrganisationId organisation) {
        MasterKeys.Master master = masters.current();
        Optional<Row> row = find(organisation, "for update").filter(r -> r.master() != master.id());
        row.ifPresent(r -> store(organisation, unwrapped(organisation, r, master), master));
        return row.isPresent();
    }

    void remove(OrganisationId organisation) {
        jdbc.sql("delete from media_key where organisation_id = ?")
                .param(organisation.value())
                .update();
    }

    private void store(OrganisationId organisation, KeysetHandle keys, MasterKeys.Master master) {
        jdbc.sql("""
                        update media_key set keyset = ?, master_id = ?, rotated_at = ?, version = version + 1
                        where organisation_id = ?""")
                .params(
                        wrapped(organisation, keys, master),
                        master.id(),
                        Timestamp.from(clock.instant()),
                        organisation.value())
                .update();
    }

    private Optional<Row> find(OrganisationId organisation, String lock) {
        return jdbc.sql("select keyset, master_id from media_key where organisation_id = ? " + lock)
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

    private static KeysetHandle unwrapped(OrganisationId organisation, Row row, MasterKeys.Master master) {
        try {
            return TinkProtoKeysetFormat.parseEncryptedKeyset(
                    row.keyset(), MasterKeys.aead(master.keys()), place(organisation), AeadConfig2026.get());
        } catch (GeneralSecurityException anotherMaster) {
            throw new MediaKeyMissing(organisation);
        }
    }

    /** So that no organisation's row can be put in another's place. */
    private static byte[] place(OrganisationId organisation) {
        return organisation.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
