import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Begins sessions and has a ticket made for each. Arguments: URL TOKEN HOW_MANY FILE [recording true|false]. */
final class Tickets {

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String url;
    private final String token;

    Tickets(String url, String token) {
        this.url = url;
        this.token = token;
    }

    public static void main(String[] arguments) throws Exception {
        Tickets tickets = new Tickets(arguments[0], arguments[1]);
        int howMany = Integer.parseInt(arguments[2]);
        boolean recording = arguments.length > 4 && Boolean.parseBoolean(arguments[4]);
        AtomicReferenceArray<String> lines = new AtomicReferenceArray<>(howMany);
        List<Thread> makers = java.util.stream.IntStream.range(0, 8)
                .mapToObj(t -> Thread.ofVirtual().start(() -> {
                    for (int n = t; n < howMany; n += 8) {
                        lines.set(n, tickets.one(tickets.session(), "browser", recording));
                    }
                }))
                .toList();
        for (Thread maker : makers) {
            maker.join();
        }
        StringBuilder file = new StringBuilder();
        for (int n = 0; n < howMany; n++) {
            file.append(lines.get(n)).append('\n');
        }
        Files.writeString(Path.of(arguments[3]), file);
    }

    String session() {
        return ask("POST", "/api/v1/sessions", "{\"scenario_id\":\"classic-pen\",\"level\":\"easy\"}")
                .path("id")
                .asString();
    }

    /** The socket's address and what it is opened with. */
    String one(String session, String activity, boolean recording) {
        JsonNode ticket = ask(
                "POST",
                "/api/v1/sessions/" + session + "/voice-tickets",
                "{\"recording\":" + recording + ",\"activity\":\"" + activity + "\"}");
        return ticket.path("url").asString() + " " + ticket.path("subprotocol").asString();
    }

    JsonNode ask(String method, String path, String body) {
        try {
            while (true) {
                HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json");
                HttpResponse<String> answer = http.send(
                        request.method(
                                        method,
                                        body.isEmpty()
                                                ? HttpRequest.BodyPublishers.noBody()
                                                : HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() == 429) {
                    Thread.sleep(Integer.parseInt(answer.headers().firstValue("Retry-After").orElse("1")) * 1000L);
                    continue;
                }
                if (answer.statusCode() >= 400) {
                    throw new IllegalStateException(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
                }
                return answer.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(answer.body());
            }
        } catch (java.io.IOException | InterruptedException trouble) {
            throw new IllegalStateException(trouble);
        }
    }
}
