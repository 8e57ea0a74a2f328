package org.sellmeapen.simulators;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A voice that hums: so long a character, the same for the same text. */
final class Hum {

    static final int MS_A_CHARACTER = 30;

    /** @param from in the text, as {@code to} */
    record Word(String text, int from, int to, int startMs, int endMs) {}

    private Hum() {}

    static byte[] samples(String text, int rate) {
        int count = text.length() * MS_A_CHARACTER * (rate / 1_000);
        ByteBuffer bytes = ByteBuffer.allocate(2 * count).order(ByteOrder.LITTLE_ENDIAN);
        int pitch = 110 + Math.floorMod(text.hashCode(), 110);
        for (int i = 0; i < count; i++) {
            bytes.putShort((short) (9_000 * Math.sin(2 * Math.PI * pitch * i / rate)));
        }
        return bytes.array();
    }

    static byte[] wav(String text, int rate) {
        byte[] samples = samples(text, rate);
        ByteBuffer file = ByteBuffer.allocate(44 + samples.length).order(ByteOrder.LITTLE_ENDIAN);
        file.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + samples.length);
        file.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        file.putShort((short) 1).putShort((short) 1).putInt(rate).putInt(2 * rate);
        file.putShort((short) 2).putShort((short) 16);
        file.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(samples.length);
        return file.put(samples).array();
    }

    /** In pieces that end inside samples. */
    static List<byte[]> pieces(byte[] samples) {
        List<byte[]> pieces = new ArrayList<>();
        for (int at = 0; at < samples.length; at += 4_801) {
            pieces.add(java.util.Arrays.copyOfRange(samples, at, Math.min(samples.length, at + 4_801)));
        }
        return pieces;
    }

    static List<Word> words(String text) {
        List<Word> words = new ArrayList<>();
        int from = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean gap = i == text.length() || Character.isWhitespace(text.charAt(i));
            if (gap && from >= 0) {
                words.add(new Word(text.substring(from, i), from, i, from * MS_A_CHARACTER, i * MS_A_CHARACTER));
                from = -1;
            } else if (!gap && from < 0) {
                from = i;
            }
        }
        return words;
    }

    /** The words of what was understood, spread over the time it took. */
    static List<Word> spread(String text, int fromMs, int toMs) {
        String[] parts = text.isBlank() ? new String[0] : text.strip().split("\\s+");
        List<Word> words = new ArrayList<>();
        for (int i = 0; i < parts.length; i++) {
            int start = fromMs + (toMs - fromMs) * i / parts.length;
            int end = fromMs + (toMs - fromMs) * (i + 1) / parts.length - 1;
            words.add(new Word(parts[i], 0, 0, start, Math.max(start, end)));
        }
        return words;
    }

    static int msOfWav(byte[] wav) {
        return wav.length < 44 ? 0 : (wav.length - 44) / 32;
    }
}
