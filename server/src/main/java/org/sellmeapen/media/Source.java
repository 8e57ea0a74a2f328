package org.sellmeapen.media;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/** Where the bytes of one recording come from. */
interface Source extends Closeable {

    long length();

    /**
     * Fewer than asked for only at the end.
     *
     * @throws StoreTrouble when they cannot be had
     */
    byte[] read(long from, int length);

    @Override
    void close();

    /** A file as long as it is now; it may grow, or lose its name, meanwhile. */
    static Source of(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        long length = channel.size();
        return new Source() {
            @Override
            public long length() {
                return length;
            }

            @Override
            public byte[] read(long from, int wanted) {
                int most = (int) Math.clamp(length - from, 0, wanted);
                try {
                    return readFully(channel, from, most);
                } catch (IOException trouble) {
                    throw StoreTrouble.passing("the file of a recording cannot be read", trouble);
                }
            }

            @Override
            public void close() {
                try {
                    channel.close();
                } catch (IOException onlyRead) {
                    throw StoreTrouble.passing("the file of a recording cannot be closed", onlyRead);
                }
            }
        };
    }

    static byte[] readFully(FileChannel channel, long from, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            int read = channel.read(bytes, from + bytes.position());
            if (read < 0) {
                return Arrays.copyOf(bytes.array(), bytes.position());
            }
        }
        return bytes.array();
    }
}
