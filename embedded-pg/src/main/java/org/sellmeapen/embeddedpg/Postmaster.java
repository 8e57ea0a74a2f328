package org.sellmeapen.embeddedpg;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

/** One running server process on the cluster, started by us or found alive. */
record Postmaster(Cluster cluster, ProcessHandle process, int port, boolean adopted) {

    /** Recovery after a crash replays at most max_wal_size, seconds on any disk. */
    private static final Duration READY_WITHIN = Duration.ofMinutes(3);

    private static final Duration FAST_STOP_WITHIN = Duration.ofSeconds(15);
    private static final Duration HARD_STOP_WITHIN = Duration.ofSeconds(5);

    /** The port was taken between looking and binding. */
    static final class PortTaken extends Exception {}

    static Postmaster launch(Cluster cluster, int port) throws IOException, InterruptedException, PortTaken {
        Path log = cluster.folder().openLog();
        long from = Files.size(log);
        Process started = cluster.footing()
                .detachedCommand(List.of(
                        cluster.binaries().postgres().toString(),
                        "-D",
                        cluster.path().toString(),
                        "-p",
                        "" + port))
                .directory(cluster.folder().root().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        boolean ready = false;
        try {
            started.getOutputStream().close();
            Postmaster postmaster = new Postmaster(cluster, started.toHandle(), port, false);
            ready = postmaster.awaitReady();
            if (ready) {
                return postmaster;
            }
            // Not the handle's word: it takes one that just ended for alive until it is reaped.
            if (postmaster.alive()) {
                throw new PostgresCannotStart(
                        "PostgreSQL was not ready within " + READY_WITHIN.toSeconds() + " s.",
                        "The log is in " + log + ".");
            }
        } finally {
            if (!ready) {
                started.destroyForcibly().waitFor();
            }
        }
        String said = since(log, from);
        if (StartTrouble.portTaken(said)) {
            throw new PortTaken();
        }
        throw StartTrouble.read(cluster.folder(), said);
    }

    boolean awaitReady() throws IOException, InterruptedException {
        long end = System.nanoTime() + READY_WITHIN.toNanos();
        while (alive() && System.nanoTime() < end) {
            var file = PostmasterFile.in(cluster.path());
            if (file.isPresent()
                    && file.get().pid() == process.pid()
                    && file.get().ready()) {
                return true;
            }
            Thread.sleep(5);
        }
        return false;
    }

    boolean alive() {
        return process.isAlive() && !ClusterProcesses.zombie(process.pid());
    }

    /** A server that accepts a connection and answers the first question of the protocol. */
    boolean answers() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), 2_000);
            socket.setSoTimeout(2_000);
            var out = new DataOutputStream(socket.getOutputStream());
            out.writeInt(8);
            out.writeInt(80877103); // SSLRequest
            out.flush();
            int answer = new DataInputStream(socket.getInputStream()).read();
            return answer == 'N' || answer == 'S';
        } catch (IOException silent) {
            return false;
        }
    }

    /** Fast: open transactions are rolled back, a checkpoint is written. Harder when that takes too long. */
    void stop() throws IOException, InterruptedException {
        if (alive()) {
            signal("INT");
        }
        if (!within(FAST_STOP_WITHIN, () -> !alive())) {
            signal("QUIT");
            within(HARD_STOP_WITHIN, () -> !alive());
        }
        kill();
    }

    /** For one that does not answer. What was committed is recovered at the next start. */
    void kill() throws IOException, InterruptedException {
        if (alive()) {
            process.destroyForcibly();
            within(HARD_STOP_WITHIN, () -> !alive());
        }
        ClusterProcesses.sweep(cluster.path());
    }

    /** Java knows only TERM, on which PostgreSQL waits for its clients to leave, and KILL. */
    private void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("/bin/sh", "-c", "kill -" + name + " " + process.pid())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    static boolean within(Duration time, BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            Thread.sleep(5);
        }
        return true;
    }

    private static String since(Path log, long from) throws IOException {
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            file.seek(Math.min(from, file.length()));
            byte[] bytes = new byte[(int) Math.min(file.length() - file.getFilePointer(), 1 << 20)];
            file.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }
}
