package org.sellmeapen.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.sellmeapen.kernel.Ids;
import org.sellmeapen.kernel.OrganisationId;

/**
 * The folder on this machine's disk in which recordings grow. It has an id of its own, so that a row can say in which
 * machine's folder a recording lies. Within this process one at a time has a recording in hand.
 */
final class Spool {

    private static final String ENDING = ".pen";

    private final Path folder;
    private final Ids ids;
    private final Set<RecordingId> inHand = new HashSet<>();

    Spool(Path folder, Ids ids) {
        this.folder = folder;
        this.ids = ids;
    }

    /** Made with the first recording. */
    UUID id() {
        Path file = folder.resolve("id");
        try {
            FolderStore.makePrivate(folder);
            if (!Files.exists(file)) {
                Path written = Files.createTempFile(folder, "id", ".new");
                Files.writeString(written, ids.next() + "\n", StandardOpenOption.WRITE);
                try {
                    Files.createLink(file, written);
                } catch (FileAlreadyExistsException another) {
                    // that one counts
                } finally {
                    Files.delete(written);
                }
            }
            return UUID.fromString(Files.readString(file).strip());
        } catch (IOException trouble) {
            throw new UncheckedIOException("The folder " + folder + " cannot be written", trouble);
        }
    }

    static String name(OrganisationId organisation, RecordingId id) {
        return organisation + "/" + id + ENDING;
    }

    Path file(OrganisationId organisation, RecordingId id) {
        return folder.resolve(name(organisation, id));
    }

    /** What lies there, in hand or not. */
    List<MediaWork.Item> files() {
        List<MediaWork.Item> items = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return items;
        }
        try (Stream<Path> files = Files.walk(folder, 2)) {
            files.filter(file -> file.getFileName().toString().endsWith(ENDING)).forEach(file -> {
                String name = file.getFileName().toString();
                try {
                    items.add(new MediaWork.Item(
                            new OrganisationId(UUID.fromString(
                                    file.getParent().getFileName().toString())),
                            new RecordingId(UUID.fromString(name.substring(0, name.length() - ENDING.length())))));
                } catch (IllegalArgumentException notOurs) {
                    // somebody else's file stays
                }
            });
        } catch (IOException trouble) {
            throw new UncheckedIOException("The folder " + folder + " cannot be read", trouble);
        }
        return items;
    }

    void remove(OrganisationId organisation, RecordingId id) {
        try {
            Files.deleteIfExists(file(organisation, id));
        } catch (IOException trouble) {
            throw new UncheckedIOException("A file in " + folder + " cannot be removed", trouble);
        }
    }

    synchronized boolean tryTake(RecordingId id) {
        return inHand.add(id);
    }

    /** Waits while somebody else of this process has it, up to so long. @return false when they still have it */
    synchronized boolean take(RecordingId id, Duration atMost) {
        try {
            for (long waited = 0; !inHand.add(id); waited += 50) {
                if (waited >= atMost.toMillis()) {
                    return false;
                }
                wait(50);
            }
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    synchronized void release(RecordingId id) {
        inHand.remove(id);
        notifyAll();
    }
}
