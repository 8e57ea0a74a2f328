package org.sellmeapen.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/** A client that can be as bad as it likes. */
final class BadClient implements AutoCloseable {

    static final String TICKET = "sellmeapen.voice.1." + "t".repeat(43);

    final Socket socket;
    final DataInputStream in;
    final OutputStream out;
    private int seq;

    BadClient(Switchboard house) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), house.port());
        socket.setSoTimeout(15_000);
        in = new DataInputStream(socket.getInputStream());
        out = socket.getOutputStream();
    }

    String asks(String more) throws IOException {
        return asksFor(
                "/voice",
                "Upgrade: websocket\r\nConnection: Upgrade\r\n"
                        + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n" + more);
    }

    String asksFor(String path, String headers) throws IOException {
        out.write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
            head.write(in.readByte());
        }
        return head.toString(StandardCharsets.US_ASCII);
    }

    void enters() throws IOException {
        assertThat(asks("Sec-WebSocket-Protocol: " + TICKET + "\r\n")).startsWith("HTTP/1.1 101");
    }

    void frame(int first, byte[] payload) throws IOException {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.write(first);
        if (payload.length < 126) {
            frame.write(0x80 | payload.length);
        } else if (payload.length < 1 << 16) {
            frame.write(0x80 | 126);
            frame.write(payload.length >> 8);
            frame.write(payload.length);
        } else {
            frame.write(0x80 | 127);
            frame.write(java.nio.ByteBuffer.allocate(8).putLong(payload.length).array());
        }
        frame.write(new byte[4]);
        frame.write(payload);
        try {
            out.write(frame.toByteArray());
        } catch (SocketException hungUp) {
            // what it has to say about it was said before
        }
    }

    void sound(int bytes) throws IOException {
        frame(0x82, new byte[bytes]);
    }

    void text(String json) throws IOException {
        frame(0x81, json.getBytes(StandardCharsets.UTF_8));
    }

    void says(String type) throws IOException {
        text("{\"v\":1,\"seq\":" + ++seq + "," + type + "}");
    }

    void hears() throws IOException {
        in.readUnsignedByte();
        int length = in.readUnsignedByte();
        in.readNBytes(length == 126 ? in.readUnsignedShort() : length);
    }

    /** The code it is sent away with; 1006 where it is simply cut off. */
    int closed() throws IOException {
        try {
            while (true) {
                int opcode = in.readUnsignedByte() & 15;
                int length = in.readUnsignedByte();
                length = length == 126 ? in.readUnsignedShort() : length;
                byte[] payload = in.readNBytes(length);
                if (opcode == 8) {
                    return (payload[0] & 255) << 8 | payload[1] & 255;
                }
            }
        } catch (EOFException | SocketException gone) {
            return 1006;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
