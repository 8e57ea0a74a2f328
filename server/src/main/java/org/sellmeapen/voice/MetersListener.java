package org.sellmeapen.voice;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.kernel.Meters;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** The operator's figures at {@code /metrics}, on this machine only: they are of all organisations, and so of none. */
@Component
@ConditionalOnWebApplication
class MetersListener implements SmartLifecycle {

    private final List<Meters> meters;
    private final int wanted;
    private @Nullable HttpServer server;

    /** @param port 0: nobody wants to know */
    MetersListener(List<Meters> meters, @Value("${sellmeapen.metrics-port}") int port) {
        this.meters = meters;
        this.wanted = port;
    }

    @Override
    public void start() {
        if (wanted > 0) {
            listen(wanted);
        }
    }

    /** The port it got. */
    int listen(int port) {
        try {
            HttpServer made = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 8);
            made.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            made.createContext("/metrics", this::answer);
            made.start();
            server = made;
            return made.getAddress().getPort();
        } catch (IOException taken) {
            throw new UncheckedIOException("SELLMEAPEN_METRICS_PORT=" + port + " cannot be opened", taken);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            // A page of another site that was given this machine's name would come with a name of its own.
            String host = exchange.getRequestHeaders().getFirst("Host");
            boolean asked = exchange.getRequestMethod().equals("GET")
                    && exchange.getRequestURI().getPath().equals("/metrics")
                    && host != null
                    && host.matches("(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d+)?");
            byte[] page = asked ? text().getBytes(StandardCharsets.UTF_8) : new byte[0];
            exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
            exchange.sendResponseHeaders(asked ? 200 : 404, asked ? page.length : -1);
            exchange.getResponseBody().write(page);
        }
    }

    private String text() {
        return meters.stream().map(Meters::text).collect(Collectors.joining());
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
            server = null;
        }
    }

    @Override
    public boolean isRunning() {
        return server != null;
    }
}
