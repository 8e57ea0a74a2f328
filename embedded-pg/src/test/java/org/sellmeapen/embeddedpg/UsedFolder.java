package org.sellmeapen.embeddedpg;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Data folders that have been used before, by copying one: making a database takes a second, a copy a blink. */
final class UsedFolder {

    private static @Nullable Path first;

    private UsedFolder() {}

    static synchronized void fill(Path folder) throws IOException {
        if (first == null) {
            first = Files.createTempDirectory(Path.of("target"), "used-folder-");
            EmbeddedPostgres.start(first.resolve("postgres")).close();
        }
        try (Stream<Path> all = Files.walk(first.resolve("postgres"))) {
            for (Path path : all.toList()) {
                Files.copy(path, folder.resolve(first.relativize(path).toString()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }
}
