package org.sellmeapen.embeddedpg;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;

/** The folder that is the database's alone: the cluster, and beside it what the cluster must not own. */
record ServerFolder(Path root) {

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");
    private static final long LOG_TURNS_AT = 5L * 1024 * 1024;

    static ServerFolder open(Path folder) throws IOException {
        Path root = folder.toAbsolutePath().normalize();
        if (!Files.isDirectory(root)) {
            Files.createDirectories(root.getParent());
            try {
                Files.createDirectory(
                        root, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            } catch (UnsupportedOperationException noPermissions) {
                throw new PostgresCannotStart(
                        "The file system of " + root + " knows no owners and permissions.",
                        "Choose a folder on an ordinary Linux or macOS disk with --data.",
                        noPermissions);
            }
        }
        return new ServerFolder(root.toRealPath());
    }

    Path cluster() {
        return root.resolve("cluster");
    }

    Path lock() {
        return root.resolve("lock");
    }

    Path log() {
        return root.resolve("postgres.log");
    }

    /** The log, closed to others, begun anew when it has grown large. */
    Path openLog() throws IOException {
        if (Files.exists(log()) && Files.size(log()) > LOG_TURNS_AT) {
            Files.move(log(), root.resolve("postgres.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
        if (!Files.exists(log())) {
            Files.createFile(log(), PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        }
        return log();
    }

    private Path passwordFile() {
        return root.resolve("password");
    }

    private Path portFile() {
        return root.resolve("port");
    }

    /** The stored password; empty when there is none, or when somebody else could have read it. */
    Optional<String> password() throws IOException {
        try {
            if (!OWNER_ONLY.containsAll(Files.getPosixFilePermissions(passwordFile()))) {
                return Optional.empty();
            }
            String stored = Files.readString(passwordFile()).strip();
            return stored.isEmpty() ? Optional.empty() : Optional.of(stored);
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
    }

    static String newPassword() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    void keepPassword(String password) throws IOException {
        write(passwordFile(), password);
    }

    Optional<Integer> rememberedPort() throws IOException {
        try {
            return Optional.of(Integer.parseInt(Files.readString(portFile()).strip()));
        } catch (NoSuchFileException | NumberFormatException none) {
            return Optional.empty();
        }
    }

    void rememberPort(int port) throws IOException {
        if (rememberedPort().filter(known -> known == port).isPresent()) {
            return;
        }
        write(portFile(), Integer.toString(port));
    }

    /**
     * Whole or not at all, also when the power goes; readable by the owner only, who is the owner of the folder even
     * when root writes.
     */
    static void write(Path file, String text) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        Files.writeString(fresh, text, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
        if (!Files.getOwner(fresh).equals(Files.getOwner(file.getParent()))) {
            Files.setOwner(fresh, Files.getOwner(file.getParent()));
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
