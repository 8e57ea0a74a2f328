package org.sellmeapen.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sellmeapen.kernel.OrganisationId;

class SealKeyTests {

    private static AuditEntry entry(String action, String subject) {
        return new AuditEntry(
                new OrganisationId(new UUID(1, 1)), new UUID(2, 2), Instant.EPOCH, null, action, subject, "{}");
    }

    @Test
    void theKeyIsMadeOnceForItsOwnerAlone(@TempDir Path folder) throws IOException {
        SealKey made = SealKey.in(folder.resolve("keys"), new SecureRandom());
        SealKey again = SealKey.in(folder.resolve("keys"), new SecureRandom());

        assertThat(again.id()).isEqualTo(made.id());
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(folder.resolve("keys").resolve("audit"))))
                .isEqualTo("rw-------");
    }

    @Test
    void aSealDependsOnKeyPlacePredecessorAndEveryField() {
        SealKey key = new SealKey(new byte[32]);
        byte[] seal = key.seal(SealKey.BEGINNING, 1, entry("a", "bc"));

        assertThat(key.seal(SealKey.BEGINNING, 1, entry("a", "bc"))).isEqualTo(seal);
        assertThat(key.seal(SealKey.BEGINNING, 1, entry("ab", "c"))).isNotEqualTo(seal);
        assertThat(key.seal(SealKey.BEGINNING, 2, entry("a", "bc"))).isNotEqualTo(seal);
        assertThat(key.seal(seal, 1, entry("a", "bc"))).isNotEqualTo(seal);
        byte[] other = new byte[32];
        other[0] = 1;
        assertThat(new SealKey(other).seal(SealKey.BEGINNING, 1, entry("a", "bc")))
                .isNotEqualTo(seal);
    }
}
