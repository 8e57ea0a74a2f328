package org.sellmeapen.audio;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Opens recordings in the one format that needs no other program. {@link Decoder} opens the others too. */
public final class Recordings {

    private Recordings() {}

    /**
     * @throws NotAudio where it is no recording, or a broken one
     * @throws FormatNotRead where it is one in a format that is not read here
     */
    public static SampleStream open(Path file) throws IOException {
        Container container = container(file);
        if (container != Container.WAV) {
            throw new FormatNotRead("This is " + container.words() + ".");
        }
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        try {
            return new WavStream(channel);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    static Container container(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new NoSuchFileException(file.toString());
        }
        if (!Files.isRegularFile(file)) {
            throw new NotAudio("That is a folder or a device, not a recording.");
        }
        ByteBuffer magic = ByteBuffer.allocate(Container.MAGIC);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            while (magic.hasRemaining() && channel.read(magic) >= 0) {
                // a short read is no end
            }
        }
        magic.flip();
        if (!magic.hasRemaining()) {
            throw new NotAudio("The file is empty.");
        }
        Container container = Container.of(magic);
        if (container == null) {
            throw new NotAudio("This is not a recording: no audio format begins like this.");
        }
        return container;
    }
}
