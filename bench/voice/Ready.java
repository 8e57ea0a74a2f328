import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * How long a relayed call takes to be ready, beyond what its vendor takes. Opens one call after the other and leaves all
 * of them open; the vendor's stand-in here lets in at once and tells when it was asked and when it had answered.
 *
 * <p>{@code Ready PORT URLS}: the port of the stand-in, the file of addresses and tickets.
 */
public class Ready {

    private static volatile long vendorNs;

    public static void main(String[] args) throws Exception {
        ServerSocket vendor = new ServerSocket(Integer.parseInt(args[0]), 256, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(() -> {
            while (true) {
                try {
                    Socket leg = vendor.accept();
                    long from = System.nanoTime();
                    Thread.ofVirtual().start(() -> serve(leg, from));
                } catch (IOException over) {
                    return;
                }
            }
        });
        List<Socket> open = new ArrayList<>();
        List<Double> beyond = new ArrayList<>();
        List<Double> whole = new ArrayList<>();
        Random pause = new Random(1);
        for (String line : Files.readAllLines(Path.of(args[1]))) {
            String[] words = line.strip().split("\\s+", 2);
            URI address = URI.create(words[0]);
            vendorNs = 0;
            long from = System.nanoTime();
            Socket call = new Socket(address.getHost(), address.getPort());
            call.setTcpNoDelay(true);
            call.setSoTimeout(20_000);
            call.getOutputStream().write(("GET " + address.getRawPath() + " HTTP/1.1\r\nHost: " + address.getHost() + ":"
                            + address.getPort() + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                            + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n"
                            + "Sec-WebSocket-Protocol: " + words[1] + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            until(call.getInputStream(), "\"type\":\"ready\"");
            double ms = (System.nanoTime() - from) / 1e6;
            whole.add(ms);
            beyond.add(ms - vendorNs / 1e6);
            open.add(call);
            Thread.sleep(10 + pause.nextInt(20));
        }
        List<Double> warm = beyond.subList(Math.min(50, beyond.size() / 2), beyond.size());
        System.out.println("| calls, the first 50 aside | ready beyond the vendor's own handshake, p50 / p99 / worst ms | all of it, p50 ms |");
        System.out.println("|---:|---:|---:|");
        System.out.printf(
                Locale.ROOT, "| %d | %.1f / %.1f / %.1f | %.1f |%n", warm.size(), at(warm, 0.5), at(warm, 0.99), at(warm, 1), at(whole, 0.5));
        for (Socket call : open) {
            call.close();
        }
        System.exit(0);
    }

    private static double at(List<Double> all, double share) {
        List<Double> sorted = all.stream().sorted().toList();
        return sorted.get((int) Math.min(sorted.size() - 1, Math.floor(share * sorted.size())));
    }

    /** Lets in, greets, and says that it took the settings. */
    private static void serve(Socket leg, long from) {
        try (leg) {
            leg.setTcpNoDelay(true);
            InputStream in = leg.getInputStream();
            OutputStream out = leg.getOutputStream();
            String head = until(in, "\r\n\r\n");
            String key = head.lines()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("sec-websocket-key:"))
                    .findFirst()
                    .orElseThrow()
                    .substring(18)
                    .strip();
            byte[] accept = MessageDigest.getInstance("SHA-1")
                    .digest((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(StandardCharsets.US_ASCII));
            out.write(("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: "
                            + Base64.getEncoder().encodeToString(accept) + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            say(out, "{\"type\":\"session.created\",\"session\":{\"id\":\"s\"}}");
            in.read();
            say(out, "{\"type\":\"session.updated\",\"session\":{\"id\":\"s\"}}");
            vendorNs = System.nanoTime() - from;
            byte[] rest = new byte[4096];
            while (in.read(rest) >= 0) {}
        } catch (Exception gone) {
            // the call is over
        }
    }

    private static void say(OutputStream out, String json) throws IOException {
        byte[] text = json.getBytes(StandardCharsets.UTF_8);
        byte[] frame = new byte[2 + text.length];
        frame[0] = (byte) 0x81;
        frame[1] = (byte) text.length;
        System.arraycopy(text, 0, frame, 2, text.length);
        out.write(frame);
    }

    private static String until(InputStream in, String mark) throws IOException {
        byte[] all = new byte[16_384];
        int length = 0;
        while (length < all.length) {
            int more = in.read(all, length, all.length - length);
            if (more < 0) {
                throw new IOException("closed before " + mark + ": " + new String(all, 0, length, StandardCharsets.ISO_8859_1));
            }
            length += more;
            String text = new String(Arrays.copyOf(all, length), StandardCharsets.ISO_8859_1);
            if (text.contains(mark)) {
                return text;
            }
        }
        throw new IOException("no " + mark);
    }
}
