package org.sellmeapen.voice;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/** A vendor's WebSocket on this machine that says what a test tells it to say, well or badly. One connection at a time. */
final class VendorSimulator implements AutoCloseable {

    private final ServerSocket listener = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
    private final BlockingQueue<JsonNode> heard = new LinkedBlockingQueue<>();
    /** All that was said to it, in order. */
    final List<JsonNode> record = new CopyOnWriteArrayList<>();

    /** Of each message that was said to it. */
    final List<Long> lengths = new CopyOnWriteArrayList<>();

    private final BlockingQueue<Socket> connected = new LinkedBlockingQueue<>();
    final BlockingQueue<String> requests = new LinkedBlockingQueue<>();

    /** What it answers instead of letting in; empty: it lets in. */
    volatile String refusal = "";

    /** Said right after the handshake; empty: nothing. */
    volatile String greeting = "";

    private volatile Socket current;

    VendorSimulator() throws IOException {
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            DataInputStream in = new DataInputStream(socket.getInputStream());
            String head = head(in);
            requests.add(head);
            OutputStream out = socket.getOutputStream();
            if (!refusal.isEmpty()) {
                out.write(refusal.getBytes(StandardCharsets.US_ASCII));
                return;
            }
            String key = head.lines()
                    .filter(line -> line.toLowerCase(java.util.Locale.ROOT).startsWith("sec-websocket-key:"))
                    .findFirst()
                    .orElseThrow()
                    .substring(18)
                    .strip();
            byte[] digest = MessageDigest.getInstance("SHA-1")
                    .digest((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(StandardCharsets.US_ASCII));
            out.write(("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                            + "Sec-WebSocket-Accept: " + Base64.getEncoder().encodeToString(digest) + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            current = socket;
            connected.add(socket);
            if (!greeting.isEmpty()) {
                say(greeting);
            }
            while (true) {
                read(in);
            }
        } catch (IOException | java.security.GeneralSecurityException gone) {
            // the other side left, or the test did
        }
    }

    private static String head(DataInputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
            head.write(in.readByte());
        }
        return head.toString(StandardCharsets.US_ASCII);
    }

    private void read(DataInputStream in) throws IOException {
        int opcode = in.readUnsignedByte() & 15;
        int first = in.readUnsignedByte();
        if ((first & 128) == 0) {
            throw new IOException("a client has to mask");
        }
        long length = first & 127;
        length = length == 126 ? in.readUnsignedShort() : length == 127 ? in.readLong() : length;
        byte[] mask = in.readNBytes(4);
        byte[] payload = in.readNBytes((int) length);
        for (int k = 0; k < payload.length; k++) {
            payload[k] ^= mask[k & 3];
        }
        if (opcode == 8) {
            throw new IOException("closed");
        }
        JsonNode message = Messages.MAPPER.readTree(payload);
        lengths.add(length);
        record.add(message);
        heard.add(message);
    }

    /** The next message of the client's. */
    JsonNode hears() throws InterruptedException {
        JsonNode next = heard.poll(5, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("the client said nothing");
        }
        return next;
    }

    void awaitConnected() throws InterruptedException {
        if (connected.poll(5, TimeUnit.SECONDS) == null) {
            throw new AssertionError("nobody came");
        }
    }

    void say(String json) throws IOException {
        frame(0x81, json.getBytes(StandardCharsets.UTF_8));
    }

    void sayBinary(String json) throws IOException {
        frame(0x82, json.getBytes(StandardCharsets.UTF_8));
    }

    /** In three frames, cut anywhere, the bytes dripping. */
    void sayInPieces(String json) throws IOException {
        byte[] all = json.getBytes(StandardCharsets.UTF_8);
        int third = all.length / 3;
        frame(0x01, java.util.Arrays.copyOfRange(all, 0, third));
        frame(0x00, java.util.Arrays.copyOfRange(all, third, 2 * third));
        frame(0x80, java.util.Arrays.copyOfRange(all, 2 * third, all.length));
    }

    void raw(byte[] bytes) throws IOException {
        current.getOutputStream().write(bytes);
        current.getOutputStream().flush();
    }

    private void frame(int first, byte[] payload) throws IOException {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.write(first);
        if (payload.length < 126) {
            frame.write(payload.length);
        } else if (payload.length < 1 << 16) {
            frame.write(126);
            frame.write(payload.length >> 8);
            frame.write(payload.length);
        } else {
            frame.write(127);
            frame.write(java.nio.ByteBuffer.allocate(8).putLong(payload.length).array());
        }
        frame.write(payload);
        byte[] bytes = frame.toByteArray();
        int half = bytes.length / 2;
        raw(java.util.Arrays.copyOfRange(bytes, 0, half));
        raw(java.util.Arrays.copyOfRange(bytes, half, bytes.length));
    }

    void close(int code, String reason) throws IOException {
        byte[] words = reason.getBytes(StandardCharsets.UTF_8);
        frame(
                0x88,
                java.nio.ByteBuffer.allocate(2 + words.length)
                        .putShort((short) code)
                        .put(words)
                        .array());
    }

    void hangUp() throws IOException {
        current.close();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        if (current != null) {
            current.close();
        }
    }
}
