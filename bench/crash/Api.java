import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The HTTP API as a careful client uses it: no answer means asking again under the same key. */
final class Api {
    static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final JsonMapper JSON = new JsonMapper();

    private final int port;
    private final AtomicLong repeats = new AtomicLong();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    Api(int port) {
        this.port = port;
    }

    long repeats() {
        return repeats.get();
    }

    /** No certain answer came: the server was away, or broke in the middle. */
    static final class Unanswered extends Exception {}

    record Answer(int status, JsonNode body) {
        boolean ok() {
            return status < 300;
        }

        String code() {
            return status + " " + body.path("code").asString("?");
        }
    }

    Answer once(String token, String method, String path, String body, Map<String, String> headers)
            throws Unanswered, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json")
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() >= 500 || response.statusCode() == 429) {
                throw new Unanswered();
            }
            return new Answer(
                    response.statusCode(),
                    response.body().isBlank() ? JSON.createObjectNode() : JSON.readTree(response.body()));
        } catch (IOException away) {
            throw new Unanswered();
        }
    }

    /** The same request under the same key until there is an answer: what a careful client does. */
    Answer surely(String token, String method, String path, String body, Map<String, String> headers)
            throws InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return once(token, method, path, body, headers);
            } catch (Unanswered again) {
                repeats.incrementAndGet();
                if (System.nanoTime() > until) {
                    throw new IllegalStateException(method + " " + path + " got no answer for " + PATIENCE);
                }
                Thread.sleep(50);
            }
        }
    }

    /** Every session of every talker, with its owner's token. */
    Map<String, String> owners(List<String> tokens) throws InterruptedException {
        Map<String, String> owner = new HashMap<>();
        for (String token : new HashSet<>(tokens)) {
            String cursor = "";
            do {
                JsonNode page =
                        surely(token, "GET", "/api/v1/sessions?limit=100" + cursor, "", Map.of()).body();
                page.path("items").forEach(item -> owner.put(item.path("id").asString(), token));
                String next = page.path("next_cursor").asString("");
                cursor = next.isEmpty() ? "" : "&cursor=" + next;
            } while (!cursor.isEmpty());
        }
        return owner;
    }
}
