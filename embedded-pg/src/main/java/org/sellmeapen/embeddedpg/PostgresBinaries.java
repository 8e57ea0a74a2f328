package org.sellmeapen.embeddedpg;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The PostgreSQL programs, taken once from the class path to a folder named after version and machine. */
record PostgresBinaries(Path home) {

    static final int MAJOR = 18;
    private static final String VERSION = "18.6";
    private static final int WORTH_SYNCING = 32 * 1024;

    Path postgres() {
        return home.resolve("bin/postgres");
    }

    Path initdb() {
        return home.resolve("bin/initdb");
    }

    static PostgresBinaries in(Path folder) throws IOException {
        String machine = machine(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
        Path home = folder.resolve("postgresql-" + VERSION + "-" + machine);
        if (!Files.isDirectory(home)) {
            unpack("/postgres-" + machine + ".txz", home);
        }
        return new PostgresBinaries(home.toRealPath());
    }

    static String machine(String system, String processor) {
        String name = system.toLowerCase(Locale.ROOT);
        String kernel = name.contains("linux") ? "linux" : name.contains("mac") ? "darwin" : "";
        String chip = switch (processor.toLowerCase(Locale.ROOT)) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> "";
        };
        if (kernel.isEmpty() || chip.isEmpty()) {
            throw noBinaries(system + " on " + processor);
        }
        return kernel + "-" + chip;
    }

    private static PostgresCannotStart noBinaries(String machine) {
        return new PostgresCannotStart(
                "This build carries no PostgreSQL for " + machine + ".",
                "Run your own PostgreSQL 18 and name it in SELLMEAPEN_DB_URL.");
    }

    /** Into a folder of its own first: whoever sees the final name sees all of it, and two at once do no harm. */
    private static void unpack(String resource, Path home) throws IOException {
        Files.createDirectories(home.getParent());
        Path fresh = Files.createTempDirectory(home.getParent(), ".unpacking-");
        try (InputStream packed = PostgresBinaries.class.getResourceAsStream(resource)) {
            if (packed == null) {
                throw noBinaries(resource);
            }
            unpack(packed, fresh);
            open(fresh, "rwxr-xr-x");
            Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException somebodyElseWasFaster) {
            // theirs is as good as ours
        } finally {
            deleteTree(fresh);
        }
    }

    /** What an earlier version of this product unpacked in this data folder. */
    void removeOlder(ServerFolder folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder.root())) {
            for (Path entry : entries.toList()) {
                if (entry.getFileName().toString().startsWith("postgresql-") && !entry.equals(home)) {
                    deleteTree(entry);
                }
            }
        }
    }

    private static void unpack(InputStream packed, Path target) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed, 1 << 16)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path path = target.resolve(entry.getName()).normalize();
                if (!path.startsWith(target)) {
                    throw new IOException("an entry outside the archive: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                    open(path, "rwxr-xr-x");
                } else if (!entry.getName().endsWith(".a")) {
                    Files.createDirectories(path.getParent());
                    write(tar, entry, path);
                }
            }
        }
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path path) throws IOException {
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, path);
        open(path, (entry.getMode() & 0100) != 0 ? "rwxr-xr-x" : "rw-r--r--");
        if (entry.getSize() > WORTH_SYNCING) {
            try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
        }
    }

    /** Whatever the umask says: the server may have to run as another user than the one who unpacks. */
    private static void open(Path path, String permissions) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }

    static void deleteTree(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
