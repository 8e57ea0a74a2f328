package org.sellmeapen;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Speaks HTTP to the house as a browser does (keeps cookies, sends the CSRF token back) or as a program with a token. */
public final class Caller {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.shared();

    private final String site;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>();

    public Caller(String site) {
        this.site = site;
    }

    /** What came back; the body is missing where it is no JSON. */
    public record Answer(int status, HttpHeaders headers, String text, JsonNode body) {

        public String header(String name) {
            return headers.firstValue(name).orElse("");
        }

        /** Which headers there are, but for those of the connection itself, which ends after its hundredth request. */
        public Set<String> headerNames() {
            Set<String> names = new TreeSet<>(headers.map().keySet());
            names.removeAll(Set.of("connection", "keep-alive"));
            return names;
        }

        public String code() {
            return body.path("code").asString("");
        }
    }

    public Caller bearing(String token) {
        return with("Authorization", "Bearer " + token);
    }

    public Caller with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    public String header(String name) {
        return headers.getOrDefault(name, "");
    }

    public Caller without(String header) {
        headers.remove(header);
        return this;
    }

    public Map<String, String> cookies() {
        return cookies;
    }

    public Answer get(String path) {
        return send("GET", path, null);
    }

    public Answer delete(String path) {
        return send("DELETE", path, null);
    }

    public Answer post(String path, String json) {
        return send("POST", path, json);
    }

    public Answer put(String path, String json) {
        return send("PUT", path, json);
    }

    public Answer patch(String path, String json, String etag) {
        with("If-Match", etag);
        try {
            return send("PATCH", path, json);
        } finally {
            without("If-Match");
        }
    }

    public Answer send(String method, String path, @Nullable String json) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(site + path));
        request.method(method, json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json));
        if (json != null) {
            request.header("Content-Type", "application/json");
        }
        if (!cookies.isEmpty()) {
            StringBuilder line = new StringBuilder();
            cookies.forEach((name, value) -> line.append(line.isEmpty() ? "" : "; ")
                    .append(name)
                    .append('=')
                    .append(value));
            request.header("Cookie", line.toString());
        }
        String csrf = cookies.get("__Host-csrf");
        if (csrf != null && !headers.containsKey("X-CSRF-Token")) {
            request.header("X-CSRF-Token", csrf);
        }
        headers.forEach(request::setHeader);
        try {
            HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            response.headers().allValues("Set-Cookie").forEach(this::keep);
            boolean isJson =
                    response.headers().firstValue("Content-Type").orElse("").contains("json")
                            && !response.body().isEmpty();
            return new Answer(
                    response.statusCode(),
                    response.headers(),
                    response.body(),
                    isJson ? JSON.readTree(response.body()) : MissingNode.getInstance());
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private void keep(String setCookie) {
        String pair = setCookie.split(";", 2)[0];
        int equals = pair.indexOf('=');
        String value = pair.substring(equals + 1);
        if (value.isEmpty()) {
            cookies.remove(pair.substring(0, equals));
        } else {
            cookies.put(pair.substring(0, equals), value);
        }
    }
}
