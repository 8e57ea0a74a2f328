package org.sellmeapen.embeddedpg;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;

/**
 * The database of one data folder, running. Holds the folder's lock, and starts the server again on the same port when
 * it dies. Close it after everything that uses it: nothing here listens to the end of the JVM. A server whose
 * application was killed goes on and is adopted by the next {@link #start}.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    /** Names a folder for the unpacked programs, to share them between data folders; else they lie in each. */
    public static final String BINARIES_PROPERTY = "sellmeapen.postgres.binaries";

    private static final System.Logger LOG = System.getLogger(EmbeddedPostgres.class.getName());
    private static final int PORT_ATTEMPTS = 20;

    private final Cluster cluster;
    private final FolderLock lock;
    private final String password;
    private final boolean adopted;
    private final Thread watch;
    private volatile Postmaster server;
    private volatile boolean closed;

    private EmbeddedPostgres(Cluster cluster, FolderLock lock, String password, Postmaster server) {
        this.cluster = cluster;
        this.lock = lock;
        this.password = password;
        this.server = server;
        this.adopted = server.adopted();
        this.watch = Thread.ofPlatform().daemon().name("postgres-watch").unstarted(this::watch);
    }

    /**
     * Starts or adopts the server of this folder and returns when it takes connections. The first start on a folder
     * makes the database.
     *
     * @param folder the database's alone, for example {@code postgres} in the data folder; made when absent
     * @throws DataFolderInUse when another application holds the folder
     * @throws PostgresCannotStart for everything else an operator has to mend; the message says what and how
     */
    public static EmbeddedPostgres start(Path folder) {
        try {
            ServerFolder rooms = ServerFolder.open(folder);
            FolderLock lock = FolderLock.take(rooms);
            boolean started = false;
            try {
                EmbeddedPostgres postgres = start(rooms, lock);
                started = true;
                return postgres;
            } finally {
                if (!started) {
                    lock.close();
                }
            }
        } catch (IOException trouble) {
            throw PostgresCannotStart.because("The database in " + folder + " cannot start", trouble);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new PostgresCannotStart("The start was interrupted.", "Start again.", stopped);
        }
    }

    /**
     * The server that another application runs on this folder; empty when none holds the folder, and then
     * {@link #start} is the way.
     */
    public static Optional<AttachedPostgres> attach(Path folder) {
        try {
            if (!Files.isDirectory(folder)) {
                return Optional.empty();
            }
            return AttachedPostgres.to(ServerFolder.open(folder));
        } catch (IOException trouble) {
            throw PostgresCannotStart.because("The database in " + folder + " cannot be used", trouble);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static EmbeddedPostgres start(ServerFolder folder, FolderLock lock)
            throws IOException, InterruptedException {
        Cluster cluster = cluster(folder);
        Optional<String> stored = folder.password();
        String password = stored.orElseGet(ServerFolder::newPassword);
        Optional<Postmaster> orphan = Optional.empty();
        if (cluster.exists()) {
            cluster.check();
            boolean asItShouldBe = !cluster.configure() && stored.isPresent();
            orphan = Orphan.takeOver(cluster, asItShouldBe);
            if (stored.isEmpty()) {
                cluster.changePassword(password);
                folder.keepPassword(password);
            }
        } else {
            folder.keepPassword(password);
            cluster.create(password);
            cluster.configure();
        }
        Postmaster server = orphan.isPresent() ? orphan.get() : launch(cluster);
        folder.rememberPort(server.port());
        cluster.binaries().removeOlder(folder);
        EmbeddedPostgres postgres = new EmbeddedPostgres(cluster, lock, password, server);
        postgres.watch.start();
        return postgres;
    }

    private static Cluster cluster(ServerFolder folder) throws IOException, InterruptedException {
        String shared = System.getProperty(BINARIES_PROPERTY);
        if (shared != null) {
            try {
                PostgresBinaries binaries = PostgresBinaries.in(Path.of(shared).toAbsolutePath());
                return new Cluster(folder, binaries, Footing.find(folder, binaries));
            } catch (IOException | PostgresCannotStart unusable) {
                LOG.log(System.Logger.Level.INFO, "The programs in {0} cannot be used here; unpacking others", shared);
            }
        }
        PostgresBinaries binaries = PostgresBinaries.in(folder.root());
        return new Cluster(folder, binaries, Footing.find(folder, binaries));
    }

    private static Postmaster launch(Cluster cluster) throws IOException, InterruptedException {
        int port =
                cluster.folder().rememberedPort().filter(EmbeddedPostgres::free).orElseGet(EmbeddedPostgres::freePort);
        for (int attempt = 1; attempt <= PORT_ATTEMPTS; attempt++) {
            try {
                return Postmaster.launch(cluster, port);
            } catch (Postmaster.PortTaken taken) {
                port = freePort();
            }
        }
        throw new PostgresCannotStart(
                "No free port on 127.0.0.1 was found for the database.", "Look what takes all the ports.");
    }

    /**
     * Below the range from which the kernel takes ports for outgoing connections: a client that tries a dead port of
     * that range may end up connected to itself.
     */
    private static int freePort() {
        SecureRandom chance = new SecureRandom();
        for (int attempt = 0; attempt < 1000; attempt++) {
            int port = chance.nextInt(20_000, 32_000);
            if (free(port)) {
                return port;
            }
        }
        throw new PostgresCannotStart(
                "No free port on 127.0.0.1 was found for the database.", "Look what takes all the ports.");
    }

    private static boolean free(int port) {
        try (ServerSocket _ = new ServerSocket(port, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return true;
        } catch (IOException | IllegalArgumentException taken) {
            return false;
        }
    }

    /** The server may die (a kill, the kernel short of memory); the application's pool only sees a short gap. */
    private void watch() {
        long pause = 50;
        while (!closed) {
            try {
                Postmaster watched = server;
                while (!closed && watched.alive()) {
                    Thread.sleep(100);
                }
                synchronized (this) {
                    if (closed) {
                        return;
                    }
                    LOG.log(
                            System.Logger.Level.WARNING,
                            "PostgreSQL (process {0,number,#}) ended; starting it again",
                            pid());
                    ClusterProcesses.sweep(cluster.path());
                    server = Postmaster.launch(cluster, watched.port());
                    LOG.log(System.Logger.Level.INFO, "PostgreSQL is back (process {0,number,#})", pid());
                }
                pause = 50;
            } catch (IOException | PostgresCannotStart | Postmaster.PortTaken trouble) {
                LOG.log(System.Logger.Level.ERROR, "PostgreSQL is down and does not start again", trouble);
                pause = rest(pause);
            } catch (InterruptedException stopped) {
                return;
            }
        }
    }

    private static long rest(long pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return Math.min(pause * 2, 10_000);
    }

    public String jdbcUrl() {
        return Cluster.url(server.port());
    }

    /** Owns the database and may make roles; no superuser, so row security binds it. */
    public String user() {
        return Cluster.USER;
    }

    public String password() {
        return password;
    }

    /** The server process; another number after it died and was started again. */
    public long pid() {
        return server.process().pid();
    }

    /** Whether it was found alive, left by an application that was killed. */
    public boolean adopted() {
        return adopted;
    }

    /** Stops the server, connections or not, and gives the folder free. Takes a fraction of a second. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        watch.interrupt();
        try {
            synchronized (this) {
                server.stop();
            }
        } catch (IOException trouble) {
            LOG.log(System.Logger.Level.ERROR, "PostgreSQL could not be stopped", trouble);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            try {
                lock.close();
            } catch (IOException trouble) {
                LOG.log(System.Logger.Level.ERROR, "The lock of the data folder could not be given back", trouble);
            }
        }
    }
}
