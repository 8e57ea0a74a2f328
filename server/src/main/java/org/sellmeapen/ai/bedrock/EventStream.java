package org.sellmeapen.ai.bedrock;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.ai.ModelFailed;
import org.sellmeapen.ai.wire.Incoming;
import org.sellmeapen.ai.wire.Line;

/**
 * AWS's event stream: binary messages with headers, each with two checksums. Lengths and checksums are big-endian: all,
 * headers, checksum of these two; the headers; the payload; checksum of everything before.
 */
final class EventStream {

    private static final int PRELUDE = 12;
    private static final int CHECKSUM = 4;
    private static final int LONGEST = 16 << 20;

    /** @param headers those with text */
    record Message(Map<String, String> headers, String payload) {
        String header(String name) {
            return headers.getOrDefault(name, "");
        }
    }

    private final Incoming incoming;
    private final Line line;

    EventStream(Incoming incoming, Line line) {
        this.incoming = incoming;
        this.line = line;
    }

    /** The next message; null at the end. */
    @Nullable
    Message next() throws ModelFailed, InterruptedException {
        byte[] prelude = incoming.bytes(PRELUDE);
        if (prelude == null) {
            return null;
        }
        ByteBuffer head = ByteBuffer.wrap(prelude);
        int length = head.getInt();
        int headers = head.getInt();
        if (crc(prelude, 8) != head.getInt()
                || headers < 0
                || length > LONGEST
                || length < PRELUDE + headers + CHECKSUM) {
            throw line.garbled();
        }
        byte[] rest = incoming.bytes(length - PRELUDE);
        if (rest == null) {
            throw line.cutOff();
        }
        CRC32 sum = new CRC32();
        sum.update(prelude);
        sum.update(rest, 0, rest.length - CHECKSUM);
        if ((int) sum.getValue() != ByteBuffer.wrap(rest).getInt(rest.length - CHECKSUM)) {
            throw line.garbled();
        }
        try {
            return new Message(
                    headers(ByteBuffer.wrap(rest, 0, headers)),
                    new String(rest, headers, rest.length - headers - CHECKSUM, StandardCharsets.UTF_8));
        } catch (java.nio.BufferUnderflowException | IllegalArgumentException _) {
            throw line.garbled();
        }
    }

    private static Map<String, String> headers(ByteBuffer bytes) {
        Map<String, String> headers = new HashMap<>();
        while (bytes.hasRemaining()) {
            String name = text(bytes, bytes.get() & 0xff);
            int type = bytes.get();
            int length = switch (type) {
                case 0, 1 -> 0;
                case 2 -> 1;
                case 3 -> 2;
                case 4 -> 4;
                case 5, 8 -> 8;
                case 6, 7 -> bytes.getShort() & 0xffff;
                case 9 -> 16;
                default -> throw new IllegalArgumentException("a header of no known kind");
            };
            String value = text(bytes, length);
            if (type == 7) {
                headers.put(name, value);
            }
        }
        return headers;
    }

    private static String text(ByteBuffer bytes, int length) {
        byte[] text = new byte[length];
        bytes.get(text);
        return new String(text, StandardCharsets.UTF_8);
    }

    private static int crc(byte[] bytes, int length) {
        CRC32 sum = new CRC32();
        sum.update(bytes, 0, length);
        return (int) sum.getValue();
    }
}
