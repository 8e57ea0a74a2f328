package org.sellmeapen.embeddedpg;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What {@code postmaster.pid} says. It grows line by line while the server starts, so everything behind the first line
 * may be missing.
 *
 * @param port 0 while unknown
 * @param status starting, stopping, ready or standby; empty while unknown
 */
record PostmasterFile(long pid, int port, String status) {

    static Optional<PostmasterFile> in(Path cluster) throws IOException {
        try {
            List<String> lines = Files.readAllLines(cluster.resolve("postmaster.pid"));
            // a negative number is a single-user server
            long pid =
                    lines.isEmpty() ? 0 : Math.abs(Long.parseLong(lines.get(0).strip()));
            int port = lines.size() > 3 ? Integer.parseInt(lines.get(3).strip()) : 0;
            String status = lines.size() > 7 ? lines.get(7).strip() : "";
            return pid == 0 ? Optional.empty() : Optional.of(new PostmasterFile(pid, port, status));
        } catch (NoSuchFileException | NumberFormatException none) {
            return Optional.empty();
        }
    }

    boolean ready() {
        return status.equals("ready");
    }

    boolean stopping() {
        return status.equals("stopping");
    }
}
