package org.sellmeapen.ai.compatible;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.ai.SpeechFailed;
import org.sellmeapen.connections.NotAllowedOut;
import org.sellmeapen.connections.Way;

/** One server: how it is asked, and what its refusals mean. Thread-safe. */
public final class CompatibleServer implements AutoCloseable {

    static final String ID = "compatible";
    private static final Duration LONGEST_WISH = Duration.ofHours(1);

    /**
     * @param connect until a connection stands
     * @param answer until an answer is there, whole
     */
    public record Limits(Duration connect, Duration answer) {
        public static final Limits USUAL = new Limits(Duration.ofSeconds(5), Duration.ofSeconds(30));
    }

    private final URI endpoint;
    private final String key;
    private final String model;
    private final Limits limits;
    private final Sender sender;
    private final @Nullable HttpClient client;

    /** How a question goes out. */
    @FunctionalInterface
    private interface Sender {
        HttpResponse<InputStream> send(HttpRequest request) throws IOException, InterruptedException;
    }

    /** @param key empty where the server wants none */
    public CompatibleServer(URI endpoint, String key, String model, Limits limits) {
        HttpClient own = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1) // so that giving up an answer closes its connection
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(limits.connect())
                .build();
        this(
                endpoint,
                key,
                model,
                limits,
                request -> own.send(request, HttpResponse.BodyHandlers.ofInputStream()),
                own);
    }

    private CompatibleServer(
            URI endpoint, String key, String model, Limits limits, Sender sender, @Nullable HttpClient client) {
        this.endpoint = endpoint;
        this.key = key;
        this.model = model;
        this.limits = limits;
        this.sender = sender;
        this.client = client;
    }

    CompatibleServer on(Way way) {
        return new CompatibleServer(endpoint, key, model, limits, way::send, null);
    }

    /**
     * @param base as an operator writes it: the server, its {@code /v1}, or the whole address
     * @param path such as {@code /audio/speech}
     * @throws IllegalArgumentException when it is no address of a server
     */
    public static URI endpoint(String base, String path) {
        URI uri = URI.create(base.strip());
        String scheme = String.valueOf(uri.getScheme());
        if (!(scheme.equals("http") || scheme.equals("https"))
                || uri.getHost() == null
                || uri.getUserInfo() != null
                || uri.getFragment() != null) {
            throw new IllegalArgumentException("not an address such as http://localhost:8000");
        }
        String there = String.valueOf(uri.getPath()).replaceAll("/+$", "");
        if (there.endsWith(path) || there.endsWith("/inference")) {
            return uri;
        }
        return uri.resolve((there.endsWith("/v1") ? there : there + "/v1") + path);
    }

    String model() {
        return model;
    }

    Duration answersWithin() {
        return limits.answer();
    }

    HttpRequest.Builder request() {
        HttpRequest.Builder request = HttpRequest.newBuilder(endpoint).timeout(limits.answer());
        if (!key.isEmpty()) {
            request.header("Authorization", "Bearer " + key);
        }
        return request;
    }

    /** The body of an answer that says it is fine. Close it to close the connection. */
    HttpResponse<InputStream> ask(HttpRequest request) throws SpeechFailed, InterruptedException {
        HttpResponse<InputStream> response;
        try {
            response = sender.send(request);
        } catch (IOException e) {
            throw failure(e);
        }
        if (response.statusCode() == 200) {
            return response;
        }
        close(response.body());
        throw refusal(response);
    }

    /** The vendor's own words are not carried on: they may quote what was said. */
    private static SpeechFailed refusal(HttpResponse<?> response) {
        int status = response.statusCode();
        return switch (status) {
            case 401, 403 -> SpeechFailed.lasting(ID, "key-refused");
            case 404, 405 -> SpeechFailed.lasting(ID, "not-found");
            case 408, 504 -> SpeechFailed.passing(ID, "timed-out");
            case 413 -> SpeechFailed.lasting(ID, "too-large");
            case 429 -> SpeechFailed.passing(ID, "too-busy", after(response));
            default ->
                status >= 500
                        ? SpeechFailed.passing(ID, "vendor-trouble", after(response))
                        : SpeechFailed.lasting(ID, "request-refused");
        };
    }

    private static @Nullable Duration after(HttpResponse<?> response) {
        String said = response.headers().firstValue("retry-after").orElse("");
        // A date is not worth a clock here: whoever sends one does not mean a moment.
        if (!said.matches("\\d{1,9}(\\.\\d+)?")) {
            return null;
        }
        Duration after = Duration.ofMillis((long) (Double.parseDouble(said) * 1_000));
        return after.compareTo(LONGEST_WISH) > 0 ? LONGEST_WISH : after;
    }

    static SpeechFailed failure(IOException e) {
        return switch (e) {
            case HttpConnectTimeoutException _, ConnectException _ -> SpeechFailed.passing(ID, "unreachable");
            case HttpTimeoutException _ -> SpeechFailed.passing(ID, "timed-out");
            case NotAllowedOut _ -> SpeechFailed.lasting(ID, "not-allowed-out");
            case SSLException _ -> SpeechFailed.lasting(ID, "unreachable");
            default -> SpeechFailed.passing(ID, "cut-off");
        };
    }

    static void close(InputStream stream) {
        try {
            stream.close();
        } catch (IOException _) {
            // it is closed either way
        }
    }

    @Override
    public void close() {
        if (client != null) {
            client.shutdownNow();
        }
    }
}
