package org.sellmeapen.simulators;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The server's side of a WebSocket: whole messages in, messages out that may be torn into frames. One thread. */
final class Talk {

    private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final int LARGEST = 4 << 20;

    /** @param kind 1 text, 2 bytes, 8 the end */
    record Message(int kind, byte[] bytes) {
        String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    private final DataInputStream in;
    private final OutputStream out;
    private boolean torn;

    Talk(InputStream in, OutputStream out) {
        this.in = new DataInputStream(in);
        this.out = out;
    }

    static String welcome(Request request) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-1")
                    .digest((request.header("sec-websocket-key") + GUID).getBytes(StandardCharsets.US_ASCII));
            return "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                    + "Sec-WebSocket-Accept: " + Base64.getEncoder().encodeToString(hash) + "\r\n\r\n";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Messages go out in frames of a few bytes from here on. */
    void tear() {
        torn = true;
    }

    /** The next message; pongs are passed over. */
    Message next() throws IOException {
        int kind = 0;
        byte[] whole = new byte[0];
        while (true) {
            int head = in.readUnsignedByte();
            byte[] payload = payload();
            int opcode = head & 0x0F;
            if (opcode == 8) {
                return new Message(8, payload);
            }
            if (opcode >= 8) {
                if (opcode == 9) {
                    frame(0x8A, payload, 0, payload.length);
                    out.flush();
                }
                continue;
            }
            kind = opcode == 0 ? kind : opcode;
            byte[] longer = java.util.Arrays.copyOf(whole, whole.length + payload.length);
            System.arraycopy(payload, 0, longer, whole.length, payload.length);
            whole = longer;
            if ((head & 0x80) != 0) {
                return new Message(kind, whole);
            }
        }
    }

    private byte[] payload() throws IOException {
        int second = in.readUnsignedByte();
        long length = second & 0x7F;
        if (length == 126) {
            length = in.readUnsignedShort();
        } else if (length == 127) {
            length = in.readLong();
        }
        if (length > LARGEST || (second & 0x80) == 0) {
            throw new IOException("no frame of a client");
        }
        byte[] mask = in.readNBytes(4);
        byte[] payload = in.readNBytes((int) length);
        for (int i = 0; i < payload.length; i++) {
            payload[i] ^= mask[i % 4];
        }
        return payload;
    }

    void say(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int piece = torn ? 3 : Math.max(1, bytes.length);
        for (int at = 0; at < bytes.length; at += piece) {
            int length = Math.min(piece, bytes.length - at);
            int end = at + length == bytes.length ? 0x80 : 0;
            frame(end | (at == 0 ? 1 : 0), bytes, at, length);
            if (torn && at == 0) {
                frame(0x89, bytes, 0, 0); // a ping in the middle of a message is allowed
            }
        }
        out.flush();
    }

    void ping() throws IOException {
        frame(0x89, new byte[] {1, 2}, 0, 2);
        out.flush();
    }

    void close(int status, String reason) throws IOException {
        byte[] words = reason.getBytes(StandardCharsets.UTF_8);
        byte[] bytes = new byte[2 + words.length];
        bytes[0] = (byte) (status >> 8);
        bytes[1] = (byte) status;
        System.arraycopy(words, 0, bytes, 2, words.length);
        frame(0x88, bytes, 0, bytes.length);
        out.flush();
    }

    private void frame(int head, byte[] bytes, int from, int length) throws IOException {
        out.write(head);
        if (length < 126) {
            out.write(length);
        } else if (length < 65_536) {
            out.write(126);
            out.write(length >> 8);
            out.write(length);
        } else {
            out.write(127);
            for (int shift = 56; shift >= 0; shift -= 8) {
                out.write((int) ((long) length >> shift));
            }
        }
        out.write(bytes, from, length);
    }
}
