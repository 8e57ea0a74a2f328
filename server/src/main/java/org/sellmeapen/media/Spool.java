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
import java.util.Optional;
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

    /** Where an organisation's recordings grow; made when it is first asked for. */
    Path folder(OrganisationId organisation) throws IOException {
        Path own = folder.resolve(organisation.toString());
        FolderStore.makePrivate(own);
        return own;
    }

    /** What lies there, in hand or not. Somebody else's files are not ours to count. */
    List<MediaWork.Item> files() {
        List<MediaWork.Item> items = new ArrayList<>();
        for (Path own : list(folder)) {
            Optional<UUID> organisation = id(own, "");
            if (organisation.isPresent()) {
                for (Path file : list(own)) {
                    id(file, ENDING)
                            .ifPresent(id -> items.add(
                                    new MediaWork.Item(new OrganisationId(organisation.get()), new RecordingId(id))));
                }
            }
        }
        return items;
    }

    private static List<Path> list(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        } catch (IOException trouble) {
            throw new UncheckedIOException("The folder " + folder + " cannot be read", trouble);
        }
    }

    private static Optional<UUID> id(Path file, String ending) {
        String name = String.valueOf(file.getFileName());
        try {
            return name.endsWith(ending)
                    ? Optional.of(UUID.fromString(name.substring(0, name.length() - ending.length())))
                    : Optional.empty();
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
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
