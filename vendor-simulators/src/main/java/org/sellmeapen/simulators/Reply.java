package org.sellmeapen.simulators;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** An answer on its way out, byte by byte as its vendor wants it. */
public final class Reply {

    private static final byte[] LINE = "\r\n".getBytes(StandardCharsets.US_ASCII);

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final Runnable closed;
    private boolean broken;

    /** @param closed told when the other side closed before the answer was whole */
    Reply(Socket socket, InputStream in, OutputStream out, Runnable closed) {
        this.socket = socket;
        this.in = in;
        this.out = out;
        this.closed = closed;
    }

    public void whole(int status, String contentType, byte[] body) throws IOException {
        whole(status, Map.of("Content-Type", contentType), body);
    }

    public void whole(int status, Map<String, String> headers, byte[] body) throws IOException {
        head(status, headers, "Content-Length: " + body.length);
        out.write(body);
        out.flush();
    }

    /** Begins an answer in chunks. */
    public void begin(Map<String, String> headers) throws IOException {
        head(200, headers, "Transfer-Encoding: chunked");
        out.flush();
    }

    public void chunk(byte[] bytes) throws IOException {
        chunk(bytes, 0, bytes.length);
    }

    public void chunk(byte[] bytes, int from, int length) throws IOException {
        if (length > 0) {
            try {
                out.write((Integer.toHexString(length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
                out.write(bytes, from, length);
                out.write(LINE);
                out.flush();
            } catch (IOException e) {
                closed.run();
                throw e;
            }
        }
    }

    public void end() throws IOException {
        out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    /** Goes on as a socket. */
    Talk upgraded(Request request) throws IOException {
        broken = true;
        out.write(Talk.welcome(request).getBytes(StandardCharsets.US_ASCII));
        out.flush();
        return new Talk(in, out);
    }

    /** Breaks the connection off, in order: a reset would overtake what was sent just before. */
    public void cut() throws IOException {
        broken = true;
        socket.close();
    }

    /** Says nothing more until the other side closes. */
    public void untilClosed() {
        broken = true;
        try {
            while (in.read() >= 0) {
                // whatever it still sends
            }
        } catch (IOException _) {
            // closed rudely
        }
        closed.run();
    }

    public static void pause(int millis) {
        LockSupport.parkNanos(millis * 1_000_000L);
    }

    boolean isBroken() {
        return broken;
    }

    private void head(int status, Map<String, String> headers, String length) throws IOException {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Status\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        head.append(length).append("\r\n\r\n");
        out.write(head.toString().getBytes(StandardCharsets.UTF_8));
    }
}
