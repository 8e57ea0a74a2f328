package org.sellmeapen.media;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;

/** A folder of the data folder, its owner's alone. */
final class FolderStore implements RecordingStore {

    private final Path folder;

    FolderStore(Path folder) {
        this.folder = folder;
    }

    /** Linked where it can be, so that nothing is copied; whoever put it removes the other name. */
    @Override
    public void put(String name, Path file) {
        Path target = file(name);
        Path beside = target.resolveSibling("." + target.getFileName() + ".part");
        try {
            makePrivate(Objects.requireNonNullElse(target.getParent(), folder));
            Files.deleteIfExists(beside);
            try {
                Files.createLink(beside, file);
            } catch (UnsupportedOperationException | IOException otherDisk) {
                Files.copy(file, beside, StandardCopyOption.COPY_ATTRIBUTES);
                try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.WRITE)) {
                    channel.force(true);
                }
            }
            Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            // Two names of one file: moving one onto the other does nothing at all.
            Files.deleteIfExists(beside);
        } catch (IOException trouble) {
            throw StoreTrouble.passing("a file cannot be put into " + folder, trouble);
        }
    }

    @Override
    public long length(String name) {
        try {
            return Files.size(file(name));
        } catch (NoSuchFileException none) {
            return -1;
        } catch (IOException trouble) {
            throw StoreTrouble.passing("a file in " + folder + " cannot be looked at", trouble);
        }
    }

    @Override
    public byte[] read(String name, long from, int length) {
        try (FileChannel channel = FileChannel.open(file(name), StandardOpenOption.READ)) {
            return Source.readFully(channel, from, (int) Math.clamp(channel.size() - from, 0, length));
        } catch (NoSuchFileException none) {
            return new byte[0];
        } catch (IOException trouble) {
            throw StoreTrouble.passing("a file in " + folder + " cannot be read", trouble);
        }
    }

    /** An open file keeps its name until it is closed, so whoever listens hears the end. */
    @Override
    public Source source(String name, long length) {
        try {
            return Source.of(file(name));
        } catch (NoSuchFileException none) {
            return RecordingStore.super.source(name, length);
        } catch (IOException trouble) {
            throw StoreTrouble.passing("a file in " + folder + " cannot be read", trouble);
        }
    }

    @Override
    public void remove(String name) {
        try {
            Files.deleteIfExists(file(name));
        } catch (IOException trouble) {
            throw StoreTrouble.passing("a file in " + folder + " cannot be removed", trouble);
        }
    }

    private Path file(String name) {
        Path file = folder.resolve(name).normalize();
        if (!file.startsWith(folder) || file.equals(folder)) {
            throw new IllegalArgumentException("no name of a recording");
        }
        return file;
    }

    static void makePrivate(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
    }
}
