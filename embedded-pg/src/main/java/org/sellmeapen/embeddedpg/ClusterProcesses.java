package org.sellmeapen.embeddedpg;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * The PostgreSQL processes that work on a cluster, whoever started them. Known by their working folder, so only where
 * there is a {@code /proc}; elsewhere PostgreSQL's own interlock must do.
 */
final class ClusterProcesses {

    private static final Path PROC = Path.of("/proc");

    private ClusterProcesses() {}

    static boolean belongs(long pid, Path cluster) {
        Path process = PROC.resolve(Long.toString(pid));
        if (!Files.isDirectory(PROC.resolve("self"))) {
            return ProcessHandle.of(pid)
                    .flatMap(handle -> handle.info().command())
                    .filter(command -> command.endsWith("/postgres"))
                    .isPresent();
        }
        try {
            return Files.readSymbolicLink(process.resolve("cwd")).equals(cluster)
                    && Files.readString(process.resolve("comm")).strip().equals("postgres")
                    && !zombie(pid);
        } catch (IOException goneOrSomebodyElses) {
            return false;
        }
    }

    /** Dead, but its parent has not taken notice: for the rest of the world it still looks alive. */
    static boolean zombie(long pid) {
        try {
            String stat = Files.readString(PROC.resolve(pid + "/stat"));
            return stat.startsWith("Z", stat.lastIndexOf(')') + 2);
        } catch (IOException gone) {
            return false;
        }
    }

    /**
     * Ends what a killed server left behind. Its children leave by themselves, but one in the middle of a long query
     * takes its time, and two generations on one cluster would destroy it.
     */
    static void sweep(Path cluster) throws IOException, InterruptedException {
        boolean gone = Postmaster.within(Duration.ofSeconds(10), () -> {
            List<ProcessHandle> left = on(cluster);
            left.forEach(ProcessHandle::destroyForcibly);
            return left.isEmpty();
        });
        if (!gone) {
            throw new PostgresCannotStart(
                    "PostgreSQL processes of an earlier run on " + cluster + " do not end.",
                    "Look at the disk: a process that cannot be ended usually waits for it.");
        }
        // a recycled process number in the file would make the new server believe that the old one lives
        var file = PostmasterFile.in(cluster);
        if (file.isPresent()
                && Files.isDirectory(PROC.resolve(Long.toString(file.get().pid())))) {
            Files.delete(cluster.resolve("postmaster.pid"));
        }
    }

    private static List<ProcessHandle> on(Path cluster) {
        if (!Files.isDirectory(PROC.resolve("self"))) {
            return List.of();
        }
        try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
            return all.filter(process -> belongs(process.pid(), cluster)).toList();
        }
    }
}
