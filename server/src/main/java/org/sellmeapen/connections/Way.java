package org.sellmeapen.connections;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * The way out for one organisation and one purpose. Whatever an adapter sends goes through here and nowhere else: the host
 * is checked against what the organisation allowed, private and link-local addresses and redirects are refused unless an
 * operator named that very endpoint, and what left is written down. Thread-safe.
 */
public interface Way {

    /**
     * Sends and answers as soon as the head of the answer is there. Closing the body before its end closes the connection;
     * so does interrupting the thread. Redirects come back as they are.
     *
     * @throws NotAllowedOut before anything left
     * @throws IOException as {@link java.net.http.HttpClient#send}, its time-outs included
     */
    HttpResponse<InputStream> send(HttpRequest request) throws IOException, InterruptedException;

    /**
     * Opens a socket under the same rules.
     *
     * @param headers as the vendor wants them, the key among them; never written down
     * @return fails with {@link NotAllowedOut} or as {@link WebSocket.Builder#buildAsync}
     */
    CompletableFuture<WebSocket> open(
            URI address,
            Map<String, String> headers,
            List<String> subprotocols,
            Duration connectWithin,
            WebSocket.Listener listener);
}
