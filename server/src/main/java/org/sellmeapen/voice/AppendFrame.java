package org.sellmeapen.voice;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.nio.charset.StandardCharsets;

/**
 * Makes one WebSocket frame of a microphone's: header, mask, the vendor's JSON with the samples in base64, all into one
 * buffer in one pass. Two of three messages on a relay's wires are these, so nothing is copied or allocated for them.
 */
final class AppendFrame {

    private static final int LONG = Long.BYTES;

    /** Two characters for every twelve bits, the first in the low byte. */
    private static final char[] PAIRS = pairs();

    private final long[] before;
    private final byte[] after;

    /** @param before and {@code after}: the message around the base64; JSON, so blanks between its parts mean nothing */
    AppendFrame(String before, String after) {
        // Blanks after the first brace until whole words of eight bytes come out, so that the base64 begins at one.
        int blanks = -before.length() & (LONG - 1);
        byte[] bytes =
                (before.charAt(0) + " ".repeat(blanks) + before.substring(1)).getBytes(StandardCharsets.US_ASCII);
        this.before = new long[bytes.length / LONG];
        for (int k = 0; k < bytes.length; k++) {
            this.before[k / LONG] |= (bytes[k] & 0xFFL) << (8 * (k % LONG));
        }
        this.after = after.getBytes(StandardCharsets.US_ASCII);
    }

    /** How long the message is for so many bytes of sound. */
    int payload(int bytes) {
        return before.length * LONG + (bytes + 2) / 3 * 4 + after.length;
    }

    /** @param mask of a client's frame, any number */
    ByteBuf frame(ByteBufAllocator buffers, ByteBuf pcm, int mask) {
        int bytes = pcm.readableBytes();
        int payload = payload(bytes);
        ByteBuf frame = buffers.directBuffer(payload + 14 + LONG);
        frame.writeByte(0x81);
        if (payload < 126) {
            frame.writeByte(0x80 | payload);
        } else if (payload < 1 << 16) {
            frame.writeByte(0x80 | 126).writeShort(payload);
        } else {
            frame.writeByte(0x80 | 127).writeLong(payload);
        }
        frame.writeInt(mask);
        int turned = Integer.reverseBytes(mask);
        long masks = (turned & 0xFFFF_FFFFL) | (long) turned << 32;
        for (long word : before) {
            frame.writeLongLE(word ^ masks);
        }
        int from = pcm.readerIndex();
        int whole = bytes / 6 * 6;
        int at = 0;
        for (; at < whole && at + LONG <= bytes; at += 6) {
            long six = pcm.getLong(from + at);
            frame.writeLongLE(eight(six >>> 16) ^ masks);
        }
        tail(frame, pcm, from, at, bytes, mask);
        return frame;
    }

    /** The last few samples and what follows them, byte by byte. */
    private void tail(ByteBuf frame, ByteBuf pcm, int from, int at, int bytes, int mask) {
        int place = 0; // on the mask: what went before was whole words
        for (; at < bytes; at += 3) {
            int left = Math.min(3, bytes - at);
            int bits = (pcm.getByte(from + at) & 0xFF) << 16
                    | (left > 1 ? (pcm.getByte(from + at + 1) & 0xFF) << 8 : 0)
                    | (left > 2 ? pcm.getByte(from + at + 2) & 0xFF : 0);
            char high = PAIRS[bits >>> 12];
            char low = PAIRS[bits & 0xFFF];
            place = put(frame, high & 0xFF, mask, place);
            place = put(frame, high >>> 8, mask, place);
            place = put(frame, left > 1 ? low & 0xFF : '=', mask, place);
            place = put(frame, left > 2 ? low >>> 8 : '=', mask, place);
        }
        for (byte b : after) {
            place = put(frame, b, mask, place);
        }
    }

    private static int put(ByteBuf frame, int b, int mask, int place) {
        frame.writeByte(b ^ mask >>> (24 - 8 * place));
        return place + 1 & 3;
    }

    /** Eight characters, the first in the low byte, of the low 48 bits. */
    private static long eight(long bits) {
        return PAIRS[(int) (bits >>> 36) & 0xFFF]
                | (long) PAIRS[(int) (bits >>> 24) & 0xFFF] << 16
                | (long) PAIRS[(int) (bits >>> 12) & 0xFFF] << 32
                | (long) PAIRS[(int) bits & 0xFFF] << 48;
    }

    private static char[] pairs() {
        String letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        char[] pairs = new char[1 << 12];
        for (int k = 0; k < pairs.length; k++) {
            pairs[k] = (char) (letters.charAt(k >>> 6) | letters.charAt(k & 63) << 8);
        }
        return pairs;
    }
}
