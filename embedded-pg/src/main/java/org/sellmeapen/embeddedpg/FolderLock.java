package org.sellmeapen.embeddedpg;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** At most one application per folder. The kernel drops the lock with the process, so a crash leaves nothing behind. */
final class FolderLock implements AutoCloseable {

    /** POSIX drops a lock when the holder closes any other handle of the file, so we never open ours a second time. */
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private FolderLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    static FolderLock take(ServerFolder folder) throws IOException, InterruptedException {
        Path file = folder.lock();
        if (!HELD_HERE.add(file)) {
            throw new DataFolderInUse(folder.root(), " in this very process");
        }
        boolean taken = false;
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            if (!locked(channel)) {
                throw new DataFolderInUse(folder.root(), holder(file));
            }
            channel.truncate(0);
            channel.write(StandardCharsets.US_ASCII.encode(
                    Long.toString(ProcessHandle.current().pid())));
            taken = true;
            return new FolderLock(file, channel);
        } finally {
            if (!taken) {
                channel.close();
                HELD_HERE.remove(file);
            }
        }
    }

    /** Tries for a moment: somebody may just be looking, see {@link #heldElsewhere}. */
    private static boolean locked(FileChannel channel) throws IOException, InterruptedException {
        for (int attempt = 0; attempt < 10; attempt++) {
            if (channel.tryLock() != null) {
                return true;
            }
            Thread.sleep(30);
        }
        return false;
    }

    /** Whether another process holds the folder. Java can only find out by trying. */
    static boolean heldElsewhere(ServerFolder folder) throws IOException {
        if (!Files.exists(folder.lock()) || !HELD_HERE.add(folder.lock())) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(folder.lock(), StandardOpenOption.WRITE);
                FileLock mine = channel.tryLock()) {
            return mine == null;
        } finally {
            HELD_HERE.remove(folder.lock());
        }
    }

    private static String holder(Path file) throws IOException {
        String pid = StandardCharsets.US_ASCII
                .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                .toString()
                .strip();
        return pid.isEmpty() ? "" : " (process " + pid + ")";
    }

    @Override
    public void close() throws IOException {
        channel.close();
        HELD_HERE.remove(file);
    }
}
