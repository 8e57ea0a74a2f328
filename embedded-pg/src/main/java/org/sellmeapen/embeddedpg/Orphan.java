package org.sellmeapen.embeddedpg;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** A server whose application was killed. The folder's lock is ours, so nobody else looks after it. */
final class Orphan {

    private static final Duration STOPPING_WITHIN = Duration.ofSeconds(15);

    private Orphan() {}

    /**
     * The living server of this cluster, when it is one we would have started; else nothing, and then nothing is left
     * running on the cluster.
     */
    static Optional<Postmaster> takeOver(Cluster cluster, boolean settingsAreCurrent)
            throws IOException, InterruptedException {
        Optional<PostmasterFile> file = PostmasterFile.in(cluster.path());
        Optional<Postmaster> found = file.filter(it -> ClusterProcesses.belongs(it.pid(), cluster.path()))
                .flatMap(it -> ProcessHandle.of(it.pid()))
                .map(process -> new Postmaster(cluster, process, 0, true));
        if (found.isPresent()) {
            Optional<Postmaster> healthy = healthy(found.get());
            if (healthy.isPresent() && settingsAreCurrent && sameProgram(healthy.get())) {
                return healthy;
            }
            if (healthy.isPresent()) {
                healthy.get().stop();
            } else {
                found.get().kill();
            }
        }
        ClusterProcesses.sweep(cluster.path());
        return Optional.empty();
    }

    /** Itself with its port when it works; one in the middle of its start or its end is waited for. */
    private static Optional<Postmaster> healthy(Postmaster server) throws IOException, InterruptedException {
        Cluster cluster = server.cluster();
        if (PostmasterFile.in(cluster.path()).filter(PostmasterFile::stopping).isPresent()) {
            Postmaster.within(STOPPING_WITHIN, () -> !server.alive());
            return Optional.empty();
        }
        if (!server.awaitReady()) {
            return Optional.empty();
        }
        return PostmasterFile.in(cluster.path())
                .map(file -> new Postmaster(cluster, server.process(), file.port(), true))
                .filter(Postmaster::answers);
    }

    private static boolean sameProgram(Postmaster server) {
        String ours = server.cluster().binaries().postgres().toString();
        return server.process().info().command().filter(ours::equals).isPresent();
    }
}
