package org.sellmeapen;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A data folder belongs to one profile for good. {@code probe} opens doors that tests need (a clock that can be moved,
 * letters in a folder), so a folder that ever held real data never becomes one.
 */
final class Profiles {

    private static final String FILE = "profile";

    private Profiles() {}

    static String of(Path folder) {
        try {
            Path file = folder.resolve(FILE);
            return Files.isRegularFile(file) ? Files.readString(file).strip() : "production";
        } catch (IOException e) {
            throw new UncheckedIOException("The data folder " + folder + " cannot be read", e);
        }
    }

    /** @return why not; null when the folder is now this profile's */
    static @Nullable String claim(Path folder, String profile) {
        try {
            if (isEmpty(folder)) {
                if (profile.equals("probe")) {
                    DataFolder.at(folder);
                    Files.writeString(folder.resolve(FILE), profile + "\n", StandardCharsets.UTF_8);
                }
                return null;
            }
            String known = of(folder);
            if (known.equals(profile)) {
                return null;
            }
            return profile.equals("probe")
                    ? "The data folder " + folder
                            + " is not empty. The probe profile takes an empty one only; choose another with --data."
                    : "The data folder " + folder
                            + " was made by the probe profile and stays with it. Serve it with --profile " + known
                            + ", or choose another with --data.";
        } catch (IOException e) {
            return "The data folder " + folder + " cannot be used: " + e.getMessage();
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return true;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            // What the launcher keeps there to start faster is nobody's data.
            return entries.allMatch(entry -> entry.getFileName().toString().startsWith("."));
        }
    }
}
