package org.sellmeapen;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/** Where everything this installation keeps lies. Only the user who runs it may look in. */
record DataFolder(Path path) {

    private static final String PUBLIC_URL = "public-url";

    static DataFolder at(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        makePrivate(absolute);
        makePrivate(absolute.resolve("keys"));
        return new DataFolder(absolute);
    }

    /** The folder a command works on: as said, else {@code SELLMEAPEN_DATA}, else {@code ./data}. */
    static Path chosen(@Nullable Path said) {
        String environment = System.getenv("SELLMEAPEN_DATA");
        Path path = said != null ? said : Path.of(environment == null || environment.isBlank() ? "data" : environment);
        return path.toAbsolutePath().normalize();
    }

    /** Keys that must not lie in the database: whoever holds both can forge. */
    Path keys() {
        return path.resolve("keys");
    }

    /** So that links an operator's command prints lead to the server that people use. */
    void rememberPublicUrl(String url) {
        try {
            Files.writeString(path.resolve(PUBLIC_URL), url + "\n");
        } catch (IOException trouble) {
            throw new UncheckedIOException("The data folder " + path + " cannot be written", trouble);
        }
    }

    /** As the last {@code serve} on this folder was seen. */
    static String publicUrl(Path folder) {
        try {
            Path file = folder.resolve(PUBLIC_URL);
            return Files.isRegularFile(file) ? Files.readString(file).strip() : "http://localhost:8080";
        } catch (IOException trouble) {
            throw new UncheckedIOException("The data folder " + folder + " cannot be read", trouble);
        }
    }

    /** Its owner's alone; left as it is where it is there already. */
    static void makePrivate(Path folder) {
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(
                        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
        } catch (IOException trouble) {
            throw new UncheckedIOException("The data folder " + folder + " cannot be made", trouble);
        }
    }
}
