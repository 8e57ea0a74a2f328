package org.sellmeapen.audio;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Opens recordings. */
public final class Recordings {

    private static final int MAGIC = 12;

    private Recordings() {}

    /**
     * @throws NotAudio where it is no recording, or a broken one
     * @throws FormatNotRead where it is one in a format that is not read here
     */
    public static SampleStream open(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new NoSuchFileException(file.toString());
        }
        if (!Files.isRegularFile(file)) {
            throw new NotAudio("That is a folder or a device, not a recording.");
        }
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        try {
            ByteBuffer magic = ByteBuffer.allocate(MAGIC);
            while (magic.hasRemaining() && channel.read(magic) >= 0) {
                // a short read is no end
            }
            magic.flip();
            if (!magic.hasRemaining()) {
                throw new NotAudio("The file is empty.");
            }
            if (!text(magic, 0, "RIFF") || !text(magic, 8, "WAVE")) {
                String known = magic.limit() < MAGIC ? null : known(magic);
                throw known == null
                        ? new NotAudio("This is not a recording: no audio format begins like this.")
                        : new FormatNotRead("This is " + known + ".");
            }
            channel.position(0);
            return new WavStream(channel);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static @Nullable String known(ByteBuffer magic) {
        if (text(magic, 0, "RIFF") || text(magic, 0, "RIFX") || text(magic, 0, "RF64")) {
            return "a RIFF file of another kind than WAV";
        }
        if (text(magic, 0, "FORM")) {
            return "AIFF";
        }
        if (text(magic, 0, "fLaC")) {
            return "FLAC";
        }
        if (text(magic, 0, "OggS")) {
            return "Ogg (Vorbis or Opus)";
        }
        if (text(magic, 4, "ftyp")) {
            return "MP4 (M4A or video)";
        }
        if (magic.limit() >= 4 && magic.getInt(0) == 0x1A45DFA3) {
            return "WebM or Matroska";
        }
        boolean mpegFrame = magic.limit() >= 2 && (magic.get(0) & 0xFF) == 0xFF && (magic.get(1) & 0xE0) == 0xE0;
        if (text(magic, 0, "ID3") || mpegFrame) {
            return "MP3 or AAC";
        }
        return null;
    }

    private static boolean text(ByteBuffer bytes, int at, String text) {
        if (bytes.limit() < at + text.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (bytes.get(at + i) != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
