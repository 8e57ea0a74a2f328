package org.sellmeapen.audio;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What a file is, by its first bytes; its name and what a sender calls it say nothing. */
enum Container {
    WAV("WAV", "wav"),
    RIFF("a RIFF file of another kind than WAV", null),
    AIFF("AIFF", "aiff"),
    FLAC("FLAC", "flac"),
    OGG("Ogg (Vorbis or Opus)", "ogg"),
    MP4("MP4 (M4A or video)", "mov"),
    MATROSKA("WebM or Matroska", "matroska"),
    ADTS("AAC", "aac"),
    MP3("MP3", "mp3");

    static final int MAGIC = 12;

    private final String words;
    private final @Nullable String demuxer;

    Container(String words, @Nullable String demuxer) {
        this.words = words;
        this.demuxer = demuxer;
    }

    String words() {
        return words;
    }

    /** What the decoder is told to take it for, so that it guesses nothing; null for what is not read. */
    @Nullable
    String demuxer() {
        return demuxer;
    }

    /** @param magic the first bytes, {@link #MAGIC} of them; null for what is no sound */
    static @Nullable Container of(ByteBuffer magic) {
        if (magic.limit() < MAGIC) {
            return null; // no sound fits in so little
        }
        if (text(magic, 0, "RIFF") && text(magic, 8, "WAVE")) {
            return WAV;
        }
        if (text(magic, 0, "RIFF") || text(magic, 0, "RIFX") || text(magic, 0, "RF64")) {
            return RIFF;
        }
        if (text(magic, 0, "FORM") && text(magic, 8, "AIF")) {
            return AIFF;
        }
        if (text(magic, 0, "fLaC")) {
            return FLAC;
        }
        if (text(magic, 0, "OggS")) {
            return OGG;
        }
        if (text(magic, 4, "ftyp")) {
            return MP4;
        }
        if (magic.getInt(0) == 0x1A45DFA3) {
            return MATROSKA;
        }
        if (text(magic, 0, "ID3")) {
            return MP3;
        }
        if ((magic.get(0) & 0xFF) == 0xFF) {
            int second = magic.get(1) & 0xFF;
            // Eleven bits of ones; then the layer, which only AAC leaves at nought.
            return (second & 0xE0) != 0xE0 ? null : (second & 0x06) == 0 ? ADTS : MP3;
        }
        return null;
    }

    private static boolean text(ByteBuffer bytes, int at, String text) {
        byte[] wanted = text.getBytes(StandardCharsets.US_ASCII);
        if (bytes.limit() < at + wanted.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (bytes.get(at + i) != wanted[i]) {
                return false;
            }
        }
        return true;
    }
}
