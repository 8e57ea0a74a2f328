package org.sellmeapen.simulators;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A request as it came.
 *
 * @param path as sent, still encoded, without the query
 * @param query as sent, empty for none
 * @param headers by their names in small letters
 */
public record Request(String method, String path, String query, Map<String, String> headers, byte[] body) {

    public String header(String name) {
        return headers.getOrDefault(name, "");
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    Request at(String other) {
        return new Request(method, other, query, headers, body);
    }
}
