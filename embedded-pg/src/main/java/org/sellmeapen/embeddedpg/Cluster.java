package org.sellmeapen.embeddedpg;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The database files: made once, checked and configured before each start. */
record Cluster(ServerFolder folder, PostgresBinaries binaries, Footing footing) {

    static final String DATABASE = "sellmeapen";
    static final String USER = "sellmeapen";
    private static final long ROOM_FOR_A_CLUSTER = 150L * 1024 * 1024;

    private static final Pattern KERNEL = Pattern.compile("^(\\d+)\\.(\\d+)");

    /** The application's own role is no superuser, so that row security binds it like anybody. */
    private static final String FIRST_STATEMENTS = """
            CREATE ROLE %1$s LOGIN CREATEROLE PASSWORD '%2$s'
            CREATE DATABASE %1$s OWNER %1$s
            """;

    private static final String ACCESS = """
            # Written by SellMeAPen at each start.
            host  %s  all  127.0.0.1/32  scram-sha-256
            """.formatted(DATABASE);

    private static final String SETTINGS = """
            # Written by SellMeAPen at each start. Tune in operator.conf beside this file.
            shared_buffers = 48MB
            max_connections = 50
            work_mem = 4MB
            maintenance_work_mem = 32MB
            effective_cache_size = 512MB
            max_wal_size = 512MB
            min_wal_size = 48MB
            wal_compression = on
            random_page_cost = 1.1
            jit = off
            io_method = sync
            max_parallel_workers_per_gather = 1
            max_worker_processes = 4
            include_if_exists = 'operator.conf'

            # What was acknowledged survives the loss of every process and of the power.
            fsync = on
            synchronous_commit = on
            full_page_writes = on

            listen_addresses = '127.0.0.1'
            unix_socket_directories = ''
            password_encryption = scram-sha-256
            client_connection_check_interval = 2s
            authentication_timeout = 20s

            # Ids only, never a value somebody typed: the application reports its failed statements itself.
            log_min_messages = log
            log_min_error_statement = panic
            log_error_verbosity = terse
            log_checkpoints = off
            log_line_prefix = '%m [%p] '
            logging_collector = off
            log_timezone = 'UTC'
            timezone = 'UTC'
            datestyle = 'iso, ymd'
            lc_messages = 'C'
            """;

    static String url(int port) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + DATABASE;
    }

    Path path() {
        return folder.cluster();
    }

    boolean exists() {
        return Files.exists(path());
    }

    /** Makes the files under another name and renames: a kill in the middle leaves no half cluster. */
    void create(String password) throws IOException, InterruptedException {
        clearUnfinished();
        long free = Files.getFileStore(folder.root()).getUsableSpace();
        if (free < ROOM_FOR_A_CLUSTER) {
            throw new PostgresCannotStart(
                    "A new database needs " + (ROOM_FOR_A_CLUSTER >> 20) + " MB on the disk of " + folder.root() + "; "
                            + (free >> 20) + " MB are free.",
                    "Free some space or choose another folder with --data.");
        }
        Path fresh = Files.createTempDirectory(folder.root(), "cluster.new-");
        footing.give(fresh);
        run(
                "",
                binaries.initdb().toString(),
                "--pgdata=" + fresh,
                "--username=postgres",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--auth=reject",
                "--no-instructions");
        alone(fresh, FIRST_STATEMENTS.formatted(USER, password));
        Files.move(fresh, path(), StandardCopyOption.ATOMIC_MOVE);
    }

    private void clearUnfinished() throws IOException {
        try (Stream<Path> entries = Files.list(folder.root())) {
            for (Path entry : entries.toList()) {
                String name = entry.getFileName().toString();
                if (name.startsWith("cluster.new-") || name.startsWith(".unpacking-")) {
                    PostgresBinaries.deleteTree(entry);
                }
            }
        }
    }

    void changePassword(String password) throws IOException, InterruptedException {
        alone(path(), "ALTER ROLE " + USER + " PASSWORD '" + password + "'\n");
    }

    /** Statements in single-user mode, one a line: needs no password and no listening socket. */
    private void alone(Path files, String statements) throws IOException, InterruptedException {
        run(
                statements,
                binaries.postgres().toString(),
                "--single",
                "-D",
                files.toString(),
                "-c",
                "exit_on_error=on",
                "-c",
                "log_checkpoints=off",
                "postgres");
    }

    private void run(String input, String... words) throws IOException, InterruptedException {
        Process process = footing.command(List.of(words))
                .directory(folder.root().toFile())
                .redirectErrorStream(true)
                .start();
        try (var in = process.getOutputStream()) {
            in.write(input.getBytes(StandardCharsets.UTF_8));
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw StartTrouble.read(folder, said);
        }
    }

    /** Says before the server would, and in plainer words, why these files will not do. */
    void check() throws IOException {
        Path version = path().resolve("PG_VERSION");
        if (!Files.isReadable(path()) || !Files.isExecutable(path())) {
            throw new PostgresCannotStart(
                    "The database in " + path() + " belongs to user "
                            + Files.getOwner(path()).getName() + " and cannot be read.",
                    "Start SellMeAPen as that user, or give that user's files to this one with chown -R.");
        }
        if (!Files.exists(version) || !Files.exists(path().resolve("global/pg_control"))) {
            throw new PostgresCannotStart(
                    "The database in " + path() + " is damaged: PG_VERSION or global/pg_control is missing.",
                    StartTrouble.RESTORE);
        }
        String found = Files.readString(version).strip();
        if (!found.equals(Integer.toString(PostgresBinaries.MAJOR))) {
            throw new PostgresCannotStart(
                    "The database in " + path() + " was made by PostgreSQL " + found + "; this build runs "
                            + PostgresBinaries.MAJOR + ".",
                    "Write a backup with the SellMeAPen that made it, then restore that into an empty data folder.");
        }
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(path());
        if (!PosixFilePermissions.fromString("rwxr-x---").containsAll(permissions)) {
            throw new PostgresCannotStart(
                    "Other users may enter the database folder " + path() + " ("
                            + PosixFilePermissions.toString(permissions) + ").",
                    "Find out who could read it, then close it: chmod 700 '" + path() + "'.");
        }
    }

    /** Answers whether anything changed, so that a server with other settings is not adopted. */
    boolean configure() throws IOException {
        offerOperatorsFile();
        boolean settings = put(
                path().resolve("postgresql.conf"),
                SETTINGS + recovery(System.getProperty("os.name", ""), System.getProperty("os.version", "")));
        boolean access = put(path().resolve("pg_hba.conf"), ACCESS);
        return settings || access;
    }

    /**
     * Before it recovers, PostgreSQL syncs each of its thousand files, which takes seconds on a busy disk; one sync of the
     * whole file system takes a fraction. Linux reports the errors of that only since 5.8.
     */
    static String recovery(String system, String version) {
        Matcher number = KERNEL.matcher(version);
        if (!system.equals("Linux") || !number.find()) {
            return "";
        }
        int major = Integer.parseInt(number.group(1));
        int minor = Integer.parseInt(number.group(2));
        return major > 5 || major == 5 && minor >= 8 ? "recovery_init_sync_method = syncfs\n" : "";
    }

    private void offerOperatorsFile() throws IOException {
        Path file = path().resolve("operator.conf");
        if (!Files.exists(file)) {
            ServerFolder.write(
                    file, "# Your own PostgreSQL settings; durability, address and log cannot be set here.\n");
        }
    }

    private boolean put(Path file, String text) throws IOException {
        if (Files.exists(file) && Files.readString(file).equals(text)) {
            return false;
        }
        ServerFolder.write(file, text);
        return true;
    }
}
