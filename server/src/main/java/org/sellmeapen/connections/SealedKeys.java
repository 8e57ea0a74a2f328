package org.sellmeapen.connections;

import com.google.crypto.tink.Aead;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sellmeapen.kernel.OrganisationId;
import org.sellmeapen.kernel.PersonId;
import org.sellmeapen.kernel.VersionStale;
import org.sellmeapen.tenancy.OrganisationKeys;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Keys of other houses, each sealed for its organisation and its place, so that no row can stand in for another. All of it
 * inside a transaction in the scope of the organisation.
 */
final class SealedKeys {

    /** What is shown of a key. */
    record KeyLine(UUID id, String name, String ending, PersonId setBy, Instant setAt, long version) {}

    private final JdbcClient jdbc;
    private final OrganisationKeys keys;
    private final Clock clock;

    SealedKeys(JdbcClient jdbc, OrganisationKeys keys, Clock clock) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.clock = clock;
    }

    List<KeyLine> all(OrganisationId organisation) {
        return jdbc.sql("select * from connections_secret where organisation_id = ? order by name, id")
                .param(organisation.value())
                .query(SealedKeys::line)
                .list();
    }

    Optional<KeyLine> find(OrganisationId organisation, KeyId id) {
        return jdbc.sql("select * from connections_secret where organisation_id = ? and id = ?")
                .params(organisation.value(), id.value())
                .query(SealedKeys::line)
                .optional();
    }

    void add(OrganisationId organisation, KeyId id, String name, Secret secret, PersonId by) {
        jdbc.sql("""
                        insert into connections_secret (organisation_id, id, name, sealed, ending, set_by, set_at)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        organisation.value(),
                        id.value(),
                        name,
                        sealed(organisation, id, secret),
                        secret.ending(),
                        by.value(),
                        Timestamp.from(clock.instant()))
                .update();
    }

    /** @param version the one that was read */
    void replace(OrganisationId organisation, KeyId id, Secret secret, PersonId by, long version) {
        int rows = jdbc.sql("""
                        update connections_secret set sealed = ?, ending = ?, set_by = ?, set_at = ?, version = version + 1
                        where organisation_id = ? and id = ? and version = ?""")
                .params(
                        sealed(organisation, id, secret),
                        secret.ending(),
                        by.value(),
                        Timestamp.from(clock.instant()),
                        organisation.value(),
                        id.value(),
                        version)
                .update();
        if (rows == 0) {
            throw new VersionStale();
        }
    }

    boolean remove(OrganisationId organisation, KeyId id) {
        return jdbc.sql("delete from connections_secret where organisation_id = ? and id = ?")
                        .params(organisation.value(), id.value())
                        .update()
                == 1;
    }

    Optional<Secret> open(OrganisationId organisation, KeyId id) {
        return jdbc.sql("select sealed from connections_secret where organisation_id = ? and id = ?")
                .params(organisation.value(), id.value())
                .query(byte[].class)
                .optional()
                .map(bytes -> opened(organisation, id, bytes));
    }

    /** A new key of the organisation seals from now on, and all is sealed again under it. */
    void rotate(OrganisationId organisation) {
        List<KeyId> all =
                all(organisation).stream().map(line -> new KeyId(line.id())).toList();
        keys.rotate(organisation);
        for (KeyId id : all) {
            Secret secret = open(organisation, id).orElseThrow();
            jdbc.sql("update connections_secret set sealed = ? where organisation_id = ? and id = ?")
                    .params(sealed(organisation, id, secret), organisation.value(), id.value())
                    .update();
        }
    }

    boolean rewrap(OrganisationId organisation) {
        return keys.rewrap(organisation);
    }

    int rotateMaster(List<OrganisationId> organisations, TransactionOperations transactions) {
        return keys.rotateMaster(organisations, transactions);
    }

    /** Without the organisation's key, what lies in any backup of its rows alone is noise. */
    void removeAll(OrganisationId organisation) {
        jdbc.sql("delete from connections_secret where organisation_id = ?")
                .param(organisation.value())
                .update();
        keys.remove(organisation);
    }

    private byte[] sealed(OrganisationId organisation, KeyId id, Secret secret) {
        try {
            return keys.of(organisation)
                    .encrypt(secret.value().getBytes(StandardCharsets.UTF_8), place(organisation, id));
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private Secret opened(OrganisationId organisation, KeyId id, byte[] bytes) {
        Aead aead = keys.of(organisation);
        try {
            return new Secret(new String(aead.decrypt(bytes, place(organisation, id)), StandardCharsets.UTF_8));
        } catch (GeneralSecurityException anotherKey) {
            throw new ConnectionKeyMissing(organisation);
        }
    }

    private static byte[] place(OrganisationId organisation, KeyId id) {
        return (organisation + "/" + id).getBytes(StandardCharsets.US_ASCII);
    }

    private static KeyLine line(ResultSet row, int number) throws SQLException {
        return new KeyLine(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("ending"),
                new PersonId(row.getObject("set_by", UUID.class)),
                row.getTimestamp("set_at").toInstant(),
                row.getLong("version"));
    }
}
