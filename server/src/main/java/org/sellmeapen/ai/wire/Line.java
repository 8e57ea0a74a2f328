package org.sellmeapen.ai.wire;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.zip.GZIPInputStream;
import javax.net.ssl.SSLException;
import org.sellmeapen.ai.ModelFailed;
import org.sellmeapen.connections.NotAllowedOut;
import org.sellmeapen.connections.Secret;
import org.sellmeapen.connections.Way;
import tools.jackson.databind.JsonNode;

/** The line to one vendor: how it is called, and what it means when it does not answer as it should. Thread-safe. */
public final class Line {

    /** Until the head of an answer is there; a local server may have to load its model first. Wrappers set tighter ones. */
    private static final Duration HEAD_WITHIN = Duration.ofMinutes(5);

    private static final int LONGEST_REFUSAL = 64 << 10;

    private final String provider;
    private final Way way;
    private final URI base;
    private final Secret key;

    public Line(String provider, Way way, URI base, Secret key) {
        this.provider = provider;
        this.way = way;
        this.base = base;
        this.key = key;
    }

    public String provider() {
        return provider;
    }

    public Secret key() {
        return key;
    }

    /**
     * An address of this vendor.
     *
     * @param version such as {@code /v1}; people write a base with it and without it
     * @param path from there
     */
    public URI at(String version, String path) {
        String there = String.valueOf(base.getRawPath()).replaceAll("/+$", "");
        String root = base.getScheme() + "://" + base.getRawAuthority();
        return URI.create(root + (there.endsWith(version) ? there : there + version) + path);
    }

    public HttpRequest.Builder get(URI address) {
        return HttpRequest.newBuilder(address).timeout(HEAD_WITHIN).header("Accept", "application/json");
    }

    public HttpRequest.Builder post(URI address, byte[] body) {
        return HttpRequest.newBuilder(address)
                .timeout(HEAD_WITHIN)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    }

    public HttpRequest.Builder post(URI address, JsonNode body) {
        return post(address, Json.text(body).getBytes(StandardCharsets.UTF_8));
    }

    /** Adds the key as most want it, where there is one. */
    public HttpRequest bearing(HttpRequest.Builder request) {
        return key.isEmpty()
                ? request.build()
                : request.header("Authorization", "Bearer " + key.value()).build();
    }

    /** Asks, and answers when the vendor says that it is fine. */
    public Incoming open(HttpRequest request) throws ModelFailed, InterruptedException {
        HttpResponse<InputStream> response;
        try {
            response = way.send(request);
        } catch (IOException e) {
            throw failure(e);
        }
        Incoming incoming = new Incoming(this, response.headers(), response.body());
        if (response.statusCode() != 200) {
            try (incoming) {
                throw Refusals.of(
                        provider, response.statusCode(), response.headers(), incoming.atMost(LONGEST_REFUSAL), key);
            }
        }
        try {
            incoming.unpacked();
        } catch (ModelFailed | InterruptedException e) {
            incoming.close();
            throw e;
        }
        return incoming;
    }

    /** Asks for an answer that comes in one piece. */
    public JsonNode read(HttpRequest request) throws ModelFailed, InterruptedException {
        try (Incoming incoming = open(request)) {
            return incoming.json();
        }
    }

    /** The vendor said in the middle of an answer that it failed. */
    public ModelFailed failedMidway(JsonNode event) {
        return Refusals.midway(provider, event, key);
    }

    /** The answer broke off. */
    public ModelFailed cutOff() {
        return ModelFailed.passing(provider, "cut-off");
    }

    /** No answer of this vendor's kind. */
    public ModelFailed garbled() {
        return ModelFailed.passing(provider, "garbled");
    }

    /** The same address for a socket. */
    public static URI socket(URI address) {
        return URI.create(address.toString().replaceFirst("^http", "ws"));
    }

    /** Opens a socket; when that fails {@link #notOpened} says what it means. */
    public CompletableFuture<WebSocket> open(
            URI address, Map<String, String> headers, Duration within, WebSocket.Listener listener) {
        return way.open(address, headers, List.of(), within, listener);
    }

    /** @param trouble of {@link #open(URI, Map, Duration, WebSocket.Listener)} */
    public ModelFailed notOpened(Throwable trouble) {
        Throwable cause =
                trouble instanceof CompletionException && trouble.getCause() != null ? trouble.getCause() : trouble;
        if (cause instanceof WebSocketHandshakeException refused) {
            HttpResponse<?> said = refused.getResponse();
            // The body is gone by now; some put a word into the head.
            return Refusals.of(
                    provider,
                    said.statusCode(),
                    said.headers(),
                    said.headers().firstValue("dg-error").orElse(""),
                    key);
        }
        try {
            return cause instanceof IOException e ? failure(e) : cutOff().because(cause);
        } catch (InterruptedException _) {
            return cutOff();
        }
    }

    ModelFailed failure(IOException e) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        return switch (e) {
            case NotAllowedOut refused ->
                ModelFailed.lasting(provider, "not-allowed-out").saying(String.valueOf(refused.getMessage()));
            case Garbled _ -> garbled().because(e);
            case java.util.zip.ZipException _ -> garbled().because(e);
            case HttpConnectTimeoutException _, ConnectException _, UnknownHostException _ ->
                ModelFailed.passing(provider, "unreachable").because(e);
            case HttpTimeoutException _ ->
                ModelFailed.passing(provider, "timed-out").because(e);
            case SSLException _ -> ModelFailed.lasting(provider, "unreachable").because(e);
            default -> cutOff().because(e);
        };
    }

    static InputStream unzipped(InputStream in) throws IOException {
        return new GZIPInputStream(in, 1_024);
    }
}
