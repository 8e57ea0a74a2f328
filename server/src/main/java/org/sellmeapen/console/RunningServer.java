package org.sellmeapen.console;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** A server elsewhere, spoken to over its API as whoever the token belongs to; sees that organisation only. */
final class RunningServer {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final URI site;
    private final String token;

    private RunningServer(URI site, String token) {
        this.site = site;
        this.token = token;
    }

    static RunningServer at(String url, @Nullable String token) {
        URI site;
        try {
            site = URI.create(url.replaceAll("/+$", ""));
        } catch (IllegalArgumentException notAnAddress) {
            throw new Input.UsedWrongly("--server: an address such as https://pen.example.org.");
        }
        if (site.getHost() == null || !("http".equals(site.getScheme()) || "https".equals(site.getScheme()))) {
            throw new Input.UsedWrongly("--server: an address such as https://pen.example.org.");
        }
        if (token == null || !token.matches("[\\x21-\\x7e]+")) {
            throw new Input.UsedWrongly("--server needs --token, an API token of that server.");
        }
        return new RunningServer(site, token);
    }

    static String quoted(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    JsonNode get(String path) {
        return sent(HttpRequest.newBuilder(URI.create(site + path)).GET());
    }

    JsonNode post(String path) {
        return sent(HttpRequest.newBuilder(URI.create(site + path)).POST(BodyPublishers.noBody()));
    }

    /** @throws Input.NotReadable with what the server said, or that it said nothing */
    private JsonNode sent(HttpRequest.Builder request) {
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            HttpResponse<String> answer = client.send(
                    request.header("Authorization", "Bearer " + token)
                            .timeout(PATIENCE)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            JsonNode body = Output.JSON.readTree(answer.body().isEmpty() ? "{}" : answer.body());
            if (answer.statusCode() / 100 != 2) {
                throw new Input.NotReadable(
                        "the server refused: " + body.path("detail").asString("status " + answer.statusCode()));
            }
            return body;
        } catch (JacksonException notJson) {
            throw new Input.NotReadable("what answers at " + site + " is no SellMeAPen.");
        } catch (IOException nobody) {
            throw new Input.NotReadable("no server answers at " + site + ".");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Input.NotReadable("interrupted.");
        }
    }
}
