package org.sellmeapen.media;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Objects in memory behind S3's requests: signatures and digests are checked; it can be told to misbehave. */
final class Bucket {

    static final String ACCESS = "AKIDEXAMPLE";
    static final String SECRET = "a secret of the tests";

    private enum Mood {
        WELL,
        TRUNCATES,
        HANGS,
        HANGS_IN_THE_MIDDLE,
        IGNORES_RANGES,
        SPOILS
    }

    private final Map<String, byte[]> objects = new ConcurrentHashMap<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger refusals = new AtomicInteger();
    private volatile int status;
    private volatile Mood mood = Mood.WELL;
    private @Nullable HttpServer server;

    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.setExecutor(hands);
        server.start();
    }

    String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    Set<String> names() {
        return objects.keySet();
    }

    /** Answers so to the next requests. */
    void answer(int with, int times) {
        status = with;
        refusals.set(times);
    }

    void truncate() {
        mood = Mood.TRUNCATES;
    }

    void hang() {
        mood = Mood.HANGS;
    }

    void hangInTheMiddle() {
        mood = Mood.HANGS_IN_THE_MIDDLE;
    }

    void ignoreRanges() {
        mood = Mood.IGNORES_RANGES;
    }

    /** A byte of what comes in changes on the way. */
    void spoil() {
        mood = Mood.SPOILS;
    }

    void close() {
        closed.countDown();
        server.stop(0);
        hands.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            if (mood == Mood.SPOILS && body.length > 0) {
                body[body.length / 2] ^= 1;
            }
            if (mood == Mood.HANGS) {
                closed.await();
            } else if (refusals.get() > 0) {
                refusals.decrementAndGet();
                exchange.sendResponseHeaders(status, -1);
            } else if (!isSigned(exchange)) {
                exchange.sendResponseHeaders(403, -1);
            } else if (!S3Signature.sha256(body)
                    .equals(exchange.getRequestHeaders().getFirst("x-amz-content-sha256"))) {
                exchange.sendResponseHeaders(400, -1);
            } else {
                serve(exchange, exchange.getRequestURI().getPath(), body);
            }
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    /** From what came in, not from what was sent: of the headings that the signature names. */
    private static boolean isSigned(HttpExchange exchange) {
        String given = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        if (!given.contains("SignedHeaders=")) {
            return false;
        }
        Map<String, String> headings = new TreeMap<>();
        for (String name : given.split("SignedHeaders=")[1].split(",")[0].split(";")) {
            headings.put(name, String.valueOf(exchange.getRequestHeaders().getFirst(name)));
        }
        if (!headings.keySet().containsAll(Set.of("host", "x-amz-date", "x-amz-content-sha256"))) {
            return false;
        }
        URI address = URI.create(
                "http://" + headings.get("host") + exchange.getRequestURI().getRawPath());
        String region = given.split("/")[2];
        return new S3Signature(ACCESS, SECRET, region)
                .authorization(exchange.getRequestMethod(), address, headings)
                .equals(given);
    }

    private void serve(HttpExchange exchange, String name, byte[] body) throws IOException, InterruptedException {
        byte[] object = objects.get(name);
        switch (exchange.getRequestMethod()) {
            case "PUT" -> {
                objects.put(name, body);
                exchange.sendResponseHeaders(200, -1);
            }
            case "DELETE" -> {
                objects.remove(name);
                exchange.sendResponseHeaders(204, -1);
            }
            case "HEAD" -> {
                if (object != null) {
                    exchange.getResponseHeaders().set("Content-Length", String.valueOf(object.length));
                }
                exchange.sendResponseHeaders(object == null ? 404 : 200, -1);
            }
            default -> {
                if (object == null) {
                    exchange.sendResponseHeaders(404, -1);
                } else {
                    get(exchange, object);
                }
            }
        }
    }

    private void get(HttpExchange exchange, byte[] object) throws IOException, InterruptedException {
        String[] range =
                exchange.getRequestHeaders().getFirst("range").substring(6).split("-");
        int from = Integer.parseInt(range[0]);
        int to = Math.min(object.length, Integer.parseInt(range[1]) + 1);
        if (mood == Mood.IGNORES_RANGES) {
            exchange.sendResponseHeaders(200, object.length);
            exchange.getResponseBody().write(object);
            return;
        }
        if (from >= object.length) {
            exchange.sendResponseHeaders(416, -1);
            return;
        }
        byte[] part = Arrays.copyOfRange(object, from, to);
        exchange.sendResponseHeaders(206, part.length);
        switch (mood) {
            case TRUNCATES -> {
                mood = Mood.WELL;
                exchange.getResponseBody().write(part, 0, part.length / 2);
                exchange.getResponseBody().flush();
            }
            case HANGS_IN_THE_MIDDLE -> {
                exchange.getResponseBody().write(part, 0, part.length / 2);
                exchange.getResponseBody().flush();
                closed.await();
            }
            case WELL, IGNORES_RANGES, SPOILS, HANGS ->
                exchange.getResponseBody().write(part);
        }
    }
}
