package org.sellmeapen.embeddedpg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CannotStartTests {

    @TempDir
    Path folder;

    private Path cluster;

    @BeforeEach
    void haveADatabase() throws IOException {
        UsedFolder.fill(folder);
        cluster = folder.resolve("postgres/cluster");
    }

    private void refused(String what, String remedy) {
        assertThatThrownBy(() -> EmbeddedPostgres.start(folder.resolve("postgres")))
                .isInstanceOf(PostgresCannotStart.class)
                .hasMessageContaining(what)
                .extracting(refusal -> ((PostgresCannotStart) refusal).remedy())
                .asString()
                .contains(remedy);
    }

    @Test
    void aClusterThatOthersMayEnterIsNamedWithTheCommandThatClosesIt() throws IOException {
        Files.setPosixFilePermissions(cluster, PosixFilePermissions.fromString("rwxr-xr-x"));
        refused("Other users may enter", "chmod 700");
    }

    @Test
    void aClusterOfAnotherVersionIsNamed() throws IOException {
        Files.writeString(cluster.resolve("PG_VERSION"), "16\n");
        refused("made by PostgreSQL 16; this build runs 18", "backup");
    }

    @Test
    void aClusterWithoutItsControlFileIsCalledDamaged() throws IOException {
        Files.delete(cluster.resolve("global/pg_control"));
        refused("damaged", "Restore the last backup");
    }

    @Test
    void aClusterWithAGarbledControlFileIsCalledDamaged() throws IOException {
        byte[] control = Files.readAllBytes(cluster.resolve("global/pg_control"));
        for (int i = 100; i < 200; i++) {
            control[i] ^= 0x5a;
        }
        Files.write(cluster.resolve("global/pg_control"), control);
        refused("damaged", "Restore the last backup");
    }

    @Test
    void aMistakeInTheOperatorsSettingsIsNamed() throws IOException {
        Files.writeString(cluster.resolve("operator.conf"), "shared_bufers = 1GB\n");
        refused("operator.conf", "Mend or remove");
    }

    @Test
    void operatorsMayTuneButNotSwitchOffDurability() throws Exception {
        Files.writeString(cluster.resolve("operator.conf"), "work_mem = 8MB\nfsync = off\n");
        try (var postgres = EmbeddedPostgres.start(folder.resolve("postgres"))) {
            assertThat(Database.ask(postgres, "show work_mem")).isEqualTo("8MB");
            assertThat(Database.ask(postgres, "show fsync")).isEqualTo("on");
        }
    }

    @Test
    void aFolderThatIsAFileIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("notes.txt"), "x");
        assertThatThrownBy(() -> EmbeddedPostgres.start(file))
                .isInstanceOf(PostgresCannotStart.class)
                .hasMessageContaining("notes.txt")
                .hasMessageContaining("--data");
    }

    @Test
    void aFullDiskAndAForbiddenFolderAreSaidInPlainWords() {
        assertThat(PostgresCannotStart.because("It cannot start", new IOException("No space left on device")))
                .hasMessageContaining("the disk is full");
        assertThat(PostgresCannotStart.because("It cannot start", new AccessDeniedException("/srv/data")))
                .hasMessageContaining("permission denied for /srv/data");
        ServerFolder server = new ServerFolder(folder.resolve("postgres"));
        assertThat(StartTrouble.read(
                        server, "LOG: x\nFATAL:  could not write file \"pg_wal/1\": No space left on device\n"))
                .hasMessageContaining("The disk is full")
                .hasMessageContaining("pg_wal/1");
        assertThat(StartTrouble.read(server, "FATAL:  something quite new\n"))
                .hasMessageContaining("something quite new")
                .hasMessageContaining("postgres.log");
    }

    @Test
    void oneSyncForAllIsTrustedOnlyToKernelsThatReportItsErrors() {
        assertThat(Cluster.recovery("Linux", "6.1.0-18-amd64")).contains("syncfs");
        assertThat(Cluster.recovery("Linux", "5.8.0")).contains("syncfs");
        assertThat(Cluster.recovery("Linux", "5.4.0-150-generic")).isEmpty();
        assertThat(Cluster.recovery("Mac OS X", "15.1")).isEmpty();
    }

    @Test
    void anUnknownMachineIsToldToBringItsOwnPostgres() {
        assertThat(PostgresBinaries.machine("Linux", "aarch64")).isEqualTo("linux-arm_64");
        assertThatThrownBy(() -> PostgresBinaries.machine("Windows 11", "amd64"))
                .isInstanceOf(PostgresCannotStart.class)
                .hasMessageContaining("SELLMEAPEN_DB_URL");
    }
}
