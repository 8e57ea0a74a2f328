package org.sellmeapen.ai.compatible;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** A server in this process that answers as it is told, badly too. */
final class AudioServer implements AutoCloseable {

    interface Answer {
        void to(HttpExchange exchange) throws IOException, InterruptedException;
    }

    record Asked(String path, String authorization, String contentType, byte[] body) {
        String text() {
            return new String(body, StandardCharsets.ISO_8859_1);
        }
    }

    final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final ThreadLocal<Asked> current = new ThreadLocal<>();
    private final Deque<Answer> answers = new ArrayDeque<>();
    private Answer usual = status(500, "text/plain", "no answer was given to me");
    private final HttpServer server;

    AudioServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** What is being answered on this thread. */
    Asked current() {
        return current.get();
    }

    synchronized void next(Answer answer) {
        answers.add(answer);
    }

    synchronized void always(Answer answer) {
        usual = answer;
    }

    private void handle(HttpExchange exchange) throws IOException {
        Asked request = new Asked(
                exchange.getRequestURI().toString(),
                String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")),
                String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type")),
                exchange.getRequestBody().readAllBytes());
        asked.add(request);
        current.set(request);
        Answer answer;
        synchronized (this) {
            answer = answers.isEmpty() ? usual : answers.poll();
        }
        try (exchange) {
            answer.to(exchange);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static Answer status(int status, String type, String body, String... headers) {
        return exchange -> {
            exchange.getResponseHeaders().set("Content-Type", type);
            for (int i = 0; i < headers.length; i += 2) {
                exchange.getResponseHeaders().set(headers[i], headers[i + 1]);
            }
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        };
    }

    static Answer json(String body) {
        return status(200, "application/json", body);
    }

    /** Promises more than it sends. */
    static Answer truncated(byte[] body) {
        return exchange -> {
            exchange.sendResponseHeaders(200, body.length + 1_000);
            exchange.getResponseBody().write(body);
            exchange.getResponseBody().flush();
            throw new IOException("cut off on purpose");
        };
    }

    /** Sends for ever; counts the latch down when whoever asked is gone. */
    static Answer endless(byte[] piece, CountDownLatch gone) {
        return exchange -> {
            try {
                exchange.sendResponseHeaders(200, 0);
                while (true) {
                    exchange.getResponseBody().write(piece);
                    exchange.getResponseBody().flush();
                }
            } catch (IOException e) {
                gone.countDown();
                throw e;
            }
        };
    }

    /** Answers nothing until the latch falls. */
    static Answer hanging(CountDownLatch asked, CountDownLatch until) {
        return exchange -> {
            asked.countDown();
            until.await();
        };
    }

    /** The head and a little, and then nothing until the latch falls. */
    static Answer stalling(byte[] first, CountDownLatch asked, CountDownLatch until) {
        return exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(first);
            exchange.getResponseBody().flush();
            asked.countDown();
            until.await();
        };
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
