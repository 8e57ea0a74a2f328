package org.sellmeapen.ai.vosk;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** Vosk's WebSocket server as far as a client sees it, in this process, misbehaving when told to. */
final class VoskServer implements AutoCloseable {

    /** What stands behind a connection: the n-th answer to samples, and the last. */
    interface Mind {
        String answer(int message, int samplesMs);

        String last(int samplesMs);
    }

    enum Fault {
        NONE,
        REFUSES_THE_HANDSHAKE,
        CLOSES_AFTER_THE_FIRST_ANSWER,
        TALKS_GARBAGE,
        SENDS_BINARY,
        NEVER_ENDS_A_MESSAGE,
        NEVER_ANSWERS
    }

    /** A connection, as it was. */
    static final class Line {
        volatile String config = "";
        volatile int bytes;
        volatile int messages;
        volatile boolean ended;
        final CountDownLatch gone = new CountDownLatch(1);
        final CountDownLatch heardSome = new CountDownLatch(1);
    }

    final List<Line> lines = new CopyOnWriteArrayList<>();
    private final Deque<Fault> faults = new ArrayDeque<>();
    private final ServerSocket socket;
    private volatile Mind mind;
    private volatile int refusal = 401;
    private volatile CountDownLatch mayAnswer = new CountDownLatch(0);

    VoskServer(Mind mind) throws IOException {
        this.mind = mind;
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.startVirtualThread(this::accept);
    }

    String url() {
        return "ws://localhost:" + socket.getLocalPort();
    }

    /** The n-th connection, once there is one. */
    Line line(int index) throws InterruptedException {
        synchronized (lines) {
            while (lines.size() <= index) {
                lines.wait();
            }
            return lines.get(index);
        }
    }

    synchronized void next(Fault... more) {
        faults.addAll(List.of(more));
    }

    void refuseWith(int status) {
        refusal = status;
    }

    void answerOnlyAfter(CountDownLatch latch) {
        mayAnswer = latch;
    }

    private synchronized Fault fault() {
        return faults.isEmpty() ? Fault.NONE : faults.poll();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                Thread.startVirtualThread(() -> serve(client));
            } catch (IOException _) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        Line line = new Line();
        try (client) {
            DataInputStream in = new DataInputStream(new BufferedInputStream(client.getInputStream()));
            OutputStream out = client.getOutputStream();
            Fault fault = fault();
            if (!shakeHands(in, out, fault)) {
                return;
            }
            synchronized (lines) {
                lines.add(line);
                lines.notifyAll();
            }
            talk(line, fault, in, out);
        } catch (IOException _) {
            // they went
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            line.gone.countDown();
        }
    }

    private boolean shakeHands(DataInputStream in, OutputStream out, Fault fault) throws IOException {
        String key = "";
        for (String header = header(in); !header.isEmpty(); header = header(in)) {
            if (header.toLowerCase(java.util.Locale.ROOT).startsWith("sec-websocket-key:")) {
                key = header.substring(header.indexOf(':') + 1).strip();
            }
        }
        if (fault == Fault.REFUSES_THE_HANDSHAKE) {
            write(out, "HTTP/1.1 " + refusal + " No\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            return false;
        }
        try {
            byte[] hash = MessageDigest.getInstance("SHA-1")
                    .digest((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(StandardCharsets.US_ASCII));
            write(
                    out,
                    "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: "
                            + Base64.getEncoder().encodeToString(hash) + "\r\n\r\n");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
        return true;
    }

    private static String header(DataInputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.readUnsignedByte(); c != '\n'; c = in.readUnsignedByte()) {
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    private void talk(Line line, Fault fault, DataInputStream in, OutputStream out)
            throws IOException, InterruptedException {
        while (true) {
            int opcode = in.readUnsignedByte() & 0x0F;
            byte[] payload = payload(in);
            String text = new String(payload, StandardCharsets.UTF_8);
            if (opcode == 8) {
                return;
            }
            if (opcode == 1 && text.contains("config")) {
                line.config = text;
                continue; // as the real one, without an answer
            }
            if (opcode == 2) {
                line.bytes += payload.length;
                line.messages++;
                line.heardSome.countDown();
            }
            mayAnswer.await();
            int ms = line.bytes / 32;
            boolean end = opcode == 1 && text.equals("{\"eof\" : 1}");
            switch (fault) {
                case TALKS_GARBAGE -> frame(out, 0x81, "<html>");
                case SENDS_BINARY -> frame(out, 0x82, "....");
                case NEVER_ENDS_A_MESSAGE -> {
                    frame(out, 0x01, "{\"partial\": \"");
                    while (true) {
                        frame(out, 0x00, "a".repeat(10_000));
                    }
                }
                case NEVER_ANSWERS -> {}
                default -> frame(out, 0x81, end ? mind.last(ms) : mind.answer(line.messages, ms));
            }
            if (fault == Fault.CLOSES_AFTER_THE_FIRST_ANSWER) {
                return;
            }
            if (end && fault == Fault.NONE) {
                line.ended = true;
                frame(out, 0x88, "\u0003\u00e8");
                return;
            }
        }
    }

    private static byte[] payload(DataInputStream in) throws IOException {
        int length = in.readUnsignedByte() & 0x7F;
        if (length == 126) {
            length = in.readUnsignedShort();
        } else if (length == 127) {
            length = (int) in.readLong();
        }
        byte[] mask = in.readNBytes(4);
        byte[] payload = in.readNBytes(length);
        for (int i = 0; i < payload.length; i++) {
            payload[i] ^= mask[i % 4];
        }
        return payload;
    }

    private static void frame(OutputStream out, int head, String text) throws IOException {
        byte[] bytes = text.getBytes(head == 0x88 ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
        byte[] frame = new byte[bytes.length + (bytes.length < 126 ? 2 : 4)];
        frame[0] = (byte) head;
        if (bytes.length < 126) {
            frame[1] = (byte) bytes.length;
        } else {
            frame[1] = 126;
            frame[2] = (byte) (bytes.length >> 8);
            frame[3] = (byte) bytes.length;
        }
        System.arraycopy(bytes, 0, frame, frame.length - bytes.length, bytes.length);
        out.write(frame);
        out.flush();
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
