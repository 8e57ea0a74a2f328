package org.sellmeapen.console;

import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.sellmeapen.embeddedpg.Backup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "backup",
        description = "Writes database, keys, recordings and own scenarios into one file, also while a server runs.")
public final class BackupCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "The file to write; it must not exist.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Mixin
    private DataOption options = new DataOption();

    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Output output;
    private final House house;

    public BackupCommand(Output output, House house) {
        this.output = output;
        this.house = house;
    }

    @Override
    public Integer call() throws Exception {
        Path folder = options.folder(house, output);
        if (Files.exists(file)) {
            throw new Input.NotReadable(file + " exists. Name another file; a backup never overwrites.");
        }
        Path unfinished = file.resolveSibling("." + file.getFileName() + ".part");
        AtomicBoolean begun = new AtomicBoolean();
        try {
            Backup.Report report = house.asOwner(folder, owner -> {
                // Whoever can read it can read everything and forge the audit chain: its owner alone.
                Files.createFile(unfinished, OWNER_ONLY);
                begun.set(true);
                try (OutputStream out = Files.newOutputStream(unfinished, StandardOpenOption.WRITE)) {
                    return Backup.write(owner, folder, out);
                }
            });
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
            if (options.json) {
                output.json(report);
            } else {
                output.line(file + ": " + report.tables() + " tables, " + report.rows() + " rows, " + report.files()
                        + " files");
            }
            return 0;
        } catch (FileAlreadyExistsException e) {
            throw new Input.NotReadable(
                    unfinished + " belongs to a backup that runs, or was broken off. If none runs, remove it.");
        } finally {
            if (begun.get()) {
                Files.deleteIfExists(unfinished);
            }
        }
    }
}
