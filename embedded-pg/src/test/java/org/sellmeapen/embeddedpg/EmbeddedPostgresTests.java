package org.sellmeapen.embeddedpg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTests {

    @TempDir
    Path folder;

    @Test
    void startsDurableAndForThisMachineOnly() throws Exception {
        try (var postgres = EmbeddedPostgres.start(folder.resolve("postgres"))) {
            assertThat(Database.ask(postgres, "show server_version")).startsWith("18.");
            assertThat(Database.ask(postgres, "show fsync")).isEqualTo("on");
            assertThat(Database.ask(postgres, "show synchronous_commit")).isEqualTo("on");
            assertThat(Database.ask(postgres, "show full_page_writes")).isEqualTo("on");
            assertThat(Database.ask(postgres, "show data_checksums")).isEqualTo("on");
            assertThat(Database.ask(postgres, "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(Database.ask(postgres, "show server_encoding")).isEqualTo("UTF8");
            assertThat(Database.ask(postgres, "select upper('äσ')")).isEqualTo("ÄΣ");
            assertThat(Database.ask(postgres, "select rolsuper from pg_roles where rolname = current_user"))
                    .isEqualTo("f");
            assertThat(Files.getPosixFilePermissions(folder.resolve("postgres/password")))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
    }

    @Test
    void asksForThePassword() throws Exception {
        UsedFolder.fill(folder);
        try (var postgres = EmbeddedPostgres.start(folder.resolve("postgres"))) {
            assertThatThrownBy(() -> DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), "guess"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
            assertThatThrownBy(() -> DriverManager.getConnection(
                            postgres.jdbcUrl().replace("/sellmeapen", "/postgres"), "postgres", postgres.password()))
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    void keepsDataPortAndPasswordOverARestart() throws Exception {
        UsedFolder.fill(folder);
        String url;
        String password;
        try (var postgres = EmbeddedPostgres.start(folder.resolve("postgres"))) {
            url = postgres.jdbcUrl();
            password = postgres.password();
            Database.run(postgres, "create table kept as select 42 as answer");
        }
        try (var postgres = EmbeddedPostgres.start(folder.resolve("postgres"))) {
            assertThat(postgres.jdbcUrl()).isEqualTo(url);
            assertThat(postgres.password()).isEqualTo(password);
            assertThat(postgres.adopted()).isFalse();
            assertThat(Database.ask(postgres, "select answer from kept")).isEqualTo("42");
        }
    }

    @Test
    void stopsAtOnceAlthoughClientsAreConnected() throws Exception {
        UsedFolder.fill(folder);
        var postgres = EmbeddedPostgres.start(folder.resolve("postgres"));
        try (Connection open = Database.open(postgres)) {
            open.setAutoCommit(false);
            open.createStatement().execute("select 1");
            long pid = postgres.pid();
            long before = System.nanoTime();
            postgres.close();
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(5));
            assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
        }
    }

    @Test
    void comesBackOnTheSamePortWhenTheServerIsKilled() throws Exception {
        UsedFolder.fill(folder);
        try (var postgres = EmbeddedPostgres.start(folder.resolve("postgres"))) {
            Database.run(postgres, "create table kept as select 7 as answer");
            String url = postgres.jdbcUrl();
            long killed = postgres.pid();
            Database.kill(killed);

            assertThat(Postmaster.within(Duration.ofSeconds(20), () -> postgres.pid() != killed))
                    .isTrue();
            assertThat(postgres.jdbcUrl()).isEqualTo(url);
            assertThat(Database.ask(postgres, "select answer from kept")).isEqualTo("7");
        }
    }

    @Test
    void recoversWhatWasCommittedBeforeApplicationAndServerWereKilled() throws Exception {
        UsedFolder.fill(folder);
        OtherApplication other = OtherApplication.on(folder.resolve("postgres"));
        String password = Files.readString(folder.resolve("postgres/password"));
        String port = Files.readString(folder.resolve("postgres/port"));
        try (Connection connection = DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/sellmeapen", "sellmeapen", password)) {
            connection.createStatement().execute("create table kept as select 13 as answer");
            connection.setAutoCommit(false);
            connection.createStatement().execute("update kept set answer = 14");
            other.kill();
            Database.kill(other.databasePid());
        }
        try (var postgres = EmbeddedPostgres.start(folder.resolve("postgres"))) {
            assertThat(postgres.adopted()).isFalse();
            assertThat(Database.ask(postgres, "select answer from kept")).isEqualTo("13");
        }
    }

    @Test
    void adoptsTheServerOfAKilledApplicationAndStopsItInTheEnd() throws Exception {
        UsedFolder.fill(folder);
        OtherApplication other = OtherApplication.on(folder.resolve("postgres"));
        long orphan = other.databasePid();
        other.kill();
        assertThat(ProcessHandle.of(orphan).map(ProcessHandle::isAlive)).contains(true);

        try (var postgres = EmbeddedPostgres.start(folder.resolve("postgres"))) {
            assertThat(postgres.adopted()).isTrue();
            assertThat(postgres.pid()).isEqualTo(orphan);
            assertThat(Database.ask(postgres, "select 1")).isEqualTo("1");
        }
        assertThat(Postmaster.within(
                        Duration.ofSeconds(5),
                        () -> ProcessHandle.of(orphan)
                                .filter(it -> it.isAlive() && !ClusterProcesses.zombie(orphan))
                                .isEmpty()))
                .isTrue();
    }

    @Test
    void replacesAnOrphanThatNoLongerAnswers() throws Exception {
        UsedFolder.fill(folder);
        OtherApplication other = OtherApplication.on(folder.resolve("postgres"));
        other.kill();
        new ProcessBuilder("/bin/sh", "-c", "kill -STOP " + other.databasePid())
                .start()
                .waitFor();

        try (var postgres = EmbeddedPostgres.start(folder.resolve("postgres"))) {
            assertThat(postgres.adopted()).isFalse();
            assertThat(Database.ask(postgres, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void replacesAnOrphanThatRunsWithOtherSettings() throws Exception {
        UsedFolder.fill(folder);
        OtherApplication other = OtherApplication.on(folder.resolve("postgres"));
        other.kill();
        Files.writeString(folder.resolve("postgres/cluster/postgresql.conf"), "fsync = off\n");

        try (var postgres = EmbeddedPostgres.start(folder.resolve("postgres"))) {
            assertThat(postgres.adopted()).isFalse();
            assertThat(postgres.pid()).isNotEqualTo(other.databasePid());
            assertThat(Database.ask(postgres, "show fsync")).isEqualTo("on");
        }
    }

    @Test
    void refusesAFolderThatAnotherApplicationUses() throws Exception {
        UsedFolder.fill(folder);
        try (OtherApplication other = OtherApplication.on(folder.resolve("postgres"))) {
            assertThatThrownBy(() -> EmbeddedPostgres.start(folder.resolve("postgres")))
                    .isInstanceOf(DataFolderInUse.class)
                    .hasMessageContaining("in use by another SellMeAPen (process "
                            + other.process().pid() + ")")
                    .hasMessageContaining("--server");
        }
        EmbeddedPostgres.start(folder.resolve("postgres")).close();
    }

    @Test
    void refusesASecondStartInTheSameProcessAndKeepsItsLock() throws Exception {
        UsedFolder.fill(folder);
        try (var _ = EmbeddedPostgres.start(folder.resolve("postgres"))) {
            assertThatThrownBy(() -> EmbeddedPostgres.start(folder.resolve("postgres")))
                    .isInstanceOf(DataFolderInUse.class);
            try (OtherApplication other = OtherApplication.on(folder.resolve("postgres"))) {
                assertThat(other.firstLine()).contains("in use by another SellMeAPen");
            }
        }
    }

    @Test
    void endsTheChildrenOfAKilledServerBeforeTheNextBegins() throws Exception {
        UsedFolder.fill(folder);
        OtherApplication other = OtherApplication.on(folder.resolve("postgres"));
        String password = Files.readString(folder.resolve("postgres/password"));
        String port = Files.readString(folder.resolve("postgres/port"));
        try (Connection connection = DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/sellmeapen", "sellmeapen", password)) {
            var rows = connection.createStatement().executeQuery("select pg_backend_pid()");
            rows.next();
            long backend = rows.getLong(1);
            // a stopped child cannot notice that its server is gone
            new ProcessBuilder("/bin/sh", "-c", "kill -STOP " + backend).start().waitFor();
            other.kill();
            Database.kill(other.databasePid());
            assertThat(ClusterProcesses.belongs(backend, folder.toRealPath().resolve("postgres/cluster")))
                    .isTrue();
            try (var postgres = EmbeddedPostgres.start(folder.resolve("postgres"))) {
                assertThat(Database.ask(postgres, "select 1")).isEqualTo("1");
                assertThat(ProcessHandle.of(backend).filter(it -> it.isAlive() && !ClusterProcesses.zombie(backend)))
                        .isEmpty();
            }
        }
    }

    @Test
    void attachesToTheServerOfAnotherApplicationAndLeavesItRunning() throws Exception {
        UsedFolder.fill(folder);
        assertThat(EmbeddedPostgres.attach(folder.resolve("postgres"))).isEmpty();
        try (OtherApplication other = OtherApplication.on(folder.resolve("postgres"))) {
            AttachedPostgres beside =
                    EmbeddedPostgres.attach(folder.resolve("postgres")).orElseThrow();
            try (Connection connection =
                    DriverManager.getConnection(beside.jdbcUrl(), beside.user(), beside.password())) {
                assertThat(connection.isValid(5)).isTrue();
            }
            assertThat(beside.toString()).doesNotContain(beside.password());
            other.kill();
        }
        assertThat(EmbeddedPostgres.attach(folder.resolve("postgres")))
                .as("an orphan is adopted by a start")
                .isEmpty();
        try (var postgres = EmbeddedPostgres.start(folder.resolve("postgres"))) {
            assertThat(postgres.adopted()).isTrue();
            assertThat(EmbeddedPostgres.attach(folder.resolve("postgres"))).isEmpty();
            try (OtherApplication late = OtherApplication.on(folder.resolve("postgres"))) {
                assertThat(late.firstLine()).as("the lock is still held").contains("in use by another");
            }
        }
    }

    @Test
    void forgetsAStalePidFileWhoseNumberNowBelongsToAnotherProgram() throws Exception {
        UsedFolder.fill(folder);
        Files.writeString(
                folder.resolve("postgres/cluster/postmaster.pid"),
                ProcessHandle.current().pid() + "\n" + folder.resolve("postgres/cluster") + "\n1\n2\n");
        try (var postgres = EmbeddedPostgres.start(folder.resolve("postgres"))) {
            assertThat(Database.ask(postgres, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void takesAnotherPortWhenItsOwnIsTaken() throws Exception {
        UsedFolder.fill(folder);
        int port = Integer.parseInt(Files.readString(folder.resolve("postgres/port")));
        try (var _ = new ServerSocket(port, 1, InetAddress.ofLiteral("127.0.0.1"));
                var postgres = EmbeddedPostgres.start(folder.resolve("postgres"))) {
            assertThat(postgres.jdbcUrl()).doesNotContain(":" + port + "/");
            assertThat(Database.ask(postgres, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void makesANewPasswordWhenOthersCouldReadTheOldOne() throws Exception {
        UsedFolder.fill(folder);
        String old;
        try (var postgres = EmbeddedPostgres.start(folder.resolve("postgres"))) {
            old = postgres.password();
        }
        Files.setPosixFilePermissions(
                folder.resolve("postgres/password"), PosixFilePermissions.fromString("rw-r--r--"));
        try (var postgres = EmbeddedPostgres.start(folder.resolve("postgres"))) {
            assertThat(postgres.password()).isNotEqualTo(old);
            assertThat(Database.ask(postgres, "select 1")).isEqualTo("1");
            assertThatThrownBy(() -> DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), old))
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    void clearsAwayAnUnfinishedFirstStart() throws Exception {
        Path unfinished = Files.createDirectories(folder.resolve("postgres/cluster.new-1/base"));
        try (var postgres = EmbeddedPostgres.start(folder.resolve("postgres"))) {
            assertThat(Database.ask(postgres, "select 1")).isEqualTo("1");
        }
        assertThat(unfinished).doesNotExist();
    }

    @Test
    void unpacksItsOwnProgramsWhereTheSharedOnesCannotBeUsedAndRemovesOlderOnes() throws Exception {
        UsedFolder.fill(folder);
        Path older = Files.createDirectories(folder.resolve("postgres/postgresql-18.1-linux-x86_64/bin"));
        String shared = System.getProperty(EmbeddedPostgres.BINARIES_PROPERTY);
        System.setProperty(
                EmbeddedPostgres.BINARIES_PROPERTY,
                Files.writeString(folder.resolve("a-file"), "").resolve("below").toString());
        try (var postgres = EmbeddedPostgres.start(folder.resolve("postgres"))) {
            assertThat(Database.ask(postgres, "select 1")).isEqualTo("1");
        } finally {
            System.setProperty(EmbeddedPostgres.BINARIES_PROPERTY, shared);
        }
        assertThat(older).doesNotExist();
    }

    @Test
    void servesAClusterOfAnotherUserAsThatUser() throws Exception {
        assumeThat(Footing.weAreRoot()).as("only root can become another user").isTrue();
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        ServerFolder rooms = ServerFolder.open(folder.resolve("postgres"));
        PostgresBinaries binaries =
                PostgresBinaries.in(Path.of(System.getProperty(EmbeddedPostgres.BINARIES_PROPERTY)));
        Files.setPosixFilePermissions(rooms.root(), PosixFilePermissions.fromString("rwx--x--x"));
        String setpriv = Footing.tool("setpriv").orElseThrow();
        Cluster cluster = new Cluster(rooms, binaries, Footing.asUser(setpriv, 65534));
        rooms.keepPassword("a-password-of-this-test");
        cluster.create("a-password-of-this-test");
        cluster.configure();
        try (var postgres = EmbeddedPostgres.start(folder.resolve("postgres"))) {
            assertThat(Files.getOwner(Path.of("/proc", Long.toString(postgres.pid()))))
                    .isEqualTo(Files.getOwner(cluster.path()))
                    .isNotEqualTo(Files.getOwner(folder));
            assertThat(Database.ask(postgres, "select 1")).isEqualTo("1");
        }
    }
}
