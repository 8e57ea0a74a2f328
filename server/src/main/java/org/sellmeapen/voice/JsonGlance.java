package org.sellmeapen.voice;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Looks into a vendor's JSON without reading it: finds a text member of the outermost object, whatever the order, and takes
 * audio out of its base64. What it cannot make sense of, it does not find.
 */
final class JsonGlance {

    /** Of one thread; chunks of a vendor's are mostly of one length. */
    private static final class Scratch {
        private byte[] base64 = new byte[0];
        private byte[] pcm = new byte[0];
    }

    private static final ThreadLocal<Scratch> SCRATCH = ThreadLocal.withInitial(Scratch::new);

    private final byte[] key;

    JsonGlance(String key) {
        this.key = key.getBytes(StandardCharsets.US_ASCII);
    }

    /** Where the member's text begins, or -1; it ends at {@link #end}. */
    int find(ByteBuf json) {
        int to = json.writerIndex();
        int at = blanks(json, json.readerIndex(), to);
        if (at >= to || json.getByte(at) != '{') {
            return -1;
        }
        at++;
        while (true) {
            at = blanks(json, at, to);
            if (at >= to || json.getByte(at) != '"') {
                return -1;
            }
            int name = at + 1;
            int nameEnd = end(json, name);
            if (nameEnd < 0) {
                return -1;
            }
            at = blanks(json, nameEnd + 1, to);
            if (at >= to || json.getByte(at) != ':') {
                return -1;
            }
            at = blanks(json, at + 1, to);
            if (at < to && json.getByte(at) == '"') {
                if (is(json, name, nameEnd, key)) {
                    return at + 1;
                }
                at = end(json, at + 1) + 1;
            } else {
                at = past(json, at, to);
            }
            if (at <= 0) {
                return -1;
            }
            at = blanks(json, at, to);
            if (at >= to || json.getByte(at) != ',') {
                return -1;
            }
            at++;
        }
    }

    /** Where the text that begins there ends, or -1. */
    static int end(ByteBuf json, int from) {
        int to = json.writerIndex();
        int at = from;
        while (true) {
            int quote = at < to ? json.indexOf(at, to, (byte) '"') : -1;
            if (quote < 0) {
                return -1;
            }
            int slashes = 0;
            while (quote - slashes > from && json.getByte(quote - slashes - 1) == '\\') {
                slashes++;
            }
            if ((slashes & 1) == 0) {
                return quote;
            }
            at = quote + 1;
        }
    }

    static boolean is(ByteBuf json, int from, int to, byte[] word) {
        if (to - from != word.length) {
            return false;
        }
        for (int k = 0; k < word.length; k++) {
            if (json.getByte(from + k) != word[k]) {
                return false;
            }
        }
        return true;
    }

    /** The bytes of the base64 there, in an array that is used again for the next; null where it is none. */
    static byte @Nullable [] bytes(ByteBuf json, int from, int to) {
        Scratch scratch = SCRATCH.get();
        int length = to - from;
        int padding = length > 0 && json.getByte(to - 1) == '=' ? length > 1 && json.getByte(to - 2) == '=' ? 2 : 1 : 0;
        int size = (length - padding) * 3 / 4;
        if (scratch.base64.length != length) {
            scratch.base64 = new byte[length];
        }
        if (scratch.pcm.length != size) {
            scratch.pcm = new byte[size];
        }
        json.getBytes(from, scratch.base64);
        try {
            Base64.getDecoder().decode(scratch.base64, scratch.pcm);
            return scratch.pcm;
        } catch (IllegalArgumentException garbage) {
            return null;
        }
    }

    private static int past(ByteBuf json, int from, int to) {
        int depth = 0;
        for (int at = from; at < to; at++) {
            byte b = json.getByte(at);
            if (b == '"') {
                at = end(json, at + 1);
                if (at < 0) {
                    return -1;
                }
            } else if (b == '{' || b == '[') {
                depth++;
            } else if (b == '}' || b == ']') {
                if (depth == 0) {
                    return at;
                }
                depth--;
            } else if (b == ',' && depth == 0) {
                return at;
            }
        }
        return -1;
    }

    private static int blanks(ByteBuf json, int from, int to) {
        int at = from;
        while (at < to && json.getByte(at) <= ' ' && json.getByte(at) >= 0) {
            at++;
        }
        return at;
    }
}
