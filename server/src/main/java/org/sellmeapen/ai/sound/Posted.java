package org.sellmeapen.ai.sound;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.sellmeapen.ai.ModelFailed;
import org.sellmeapen.ai.SpeechFailed;
import org.sellmeapen.ai.wire.Incoming;
import org.sellmeapen.ai.wire.Line;
import tools.jackson.databind.JsonNode;

/** Sound on its way to a vendor, and its answer as JSON. */
public final class Posted {

    private static final Map<String, String> ENDINGS = Map.ofEntries(
            Map.entry("audio/wav", "wav"),
            Map.entry("audio/x-wav", "wav"),
            Map.entry("audio/wave", "wav"),
            Map.entry("audio/mpeg", "mp3"),
            Map.entry("audio/mp3", "mp3"),
            Map.entry("audio/mp4", "m4a"),
            Map.entry("audio/x-m4a", "m4a"),
            Map.entry("video/mp4", "mp4"),
            Map.entry("audio/webm", "webm"),
            Map.entry("video/webm", "webm"),
            Map.entry("audio/ogg", "ogg"),
            Map.entry("audio/flac", "flac"));

    private Posted() {}

    public static HttpRequest.Builder of(Line line, URI address, String contentType, byte[] body) {
        return line.get(address).header("Content-Type", contentType).POST(HttpRequest.BodyPublishers.ofByteArray(body));
    }

    public static HttpRequest.Builder of(Line line, URI address, Multipart form) {
        return of(line, address, Multipart.CONTENT_TYPE, form.end());
    }

    public static JsonNode answer(Line line, HttpRequest request) throws SpeechFailed, InterruptedException {
        try (Incoming incoming = line.open(request)) {
            JsonNode answer = incoming.json();
            if (!answer.isObject()) {
                throw line.garbled();
            }
            return answer;
        } catch (ModelFailed e) {
            throw SpeechFailed.of(e);
        }
    }

    /** A name for a file of this kind; some vendors go by its ending. */
    public static String fileName(String contentType) {
        return "recording." + ENDINGS.getOrDefault(plain(contentType), "bin");
    }

    /** Without parameters, and nothing but what such a name holds. */
    public static String plain(String contentType) {
        return contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9/.+-]", "");
    }

    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
