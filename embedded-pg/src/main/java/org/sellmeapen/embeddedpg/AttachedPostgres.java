package org.sellmeapen.embeddedpg;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** The server that another application of ours runs on a folder: to be used beside it, never stopped from here. */
public record AttachedPostgres(String jdbcUrl, String user, String password) {

    private static final Duration STARTED_WITHIN = Duration.ofSeconds(20);

    static Optional<AttachedPostgres> to(ServerFolder folder) throws IOException, InterruptedException {
        if (!FolderLock.heldElsewhere(folder)) {
            return Optional.empty();
        }
        long end = System.nanoTime() + STARTED_WITHIN.toNanos();
        while (System.nanoTime() < end) {
            Optional<PostmasterFile> server =
                    PostmasterFile.in(folder.cluster()).filter(PostmasterFile::ready);
            Optional<String> password = folder.password();
            if (server.isPresent() && password.isPresent()) {
                return Optional.of(
                        new AttachedPostgres(Cluster.url(server.get().port()), Cluster.USER, password.get()));
            }
            Thread.sleep(50); // that application is still starting it
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return "AttachedPostgres[" + jdbcUrl + "]"; // never the password
    }
}
