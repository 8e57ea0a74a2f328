package org.sellmeapen.simulators;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Frames being put together: events, comments, lines. */
final class Frames {

    static final JsonMapper JSON = JsonMapper.builder().build();

    private final List<byte[]> frames = new ArrayList<>();
    private final String lineEnd;

    Frames(Answering answering) {
        this(answering.manner() == Manner.TORN ? "\r\n" : answering.noisy() ? "\r" : "\n");
    }

    Frames(String lineEnd) {
        this.lineEnd = lineEnd;
    }

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    Frames event(JsonNode data) {
        return raw("data: " + data + lineEnd + lineEnd);
    }

    Frames event(String name, JsonNode data) {
        return raw("event: " + name + lineEnd + "data: " + data + lineEnd + lineEnd);
    }

    Frames data(String text) {
        return raw("data: " + text + lineEnd + lineEnd);
    }

    Frames comment(String text) {
        return raw(": " + text + lineEnd + lineEnd);
    }

    Frames line(JsonNode data) {
        return raw(data + (lineEnd.equals("\r") ? "\n" : lineEnd));
    }

    Frames raw(String text) {
        frames.add(text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    Frames raw(byte[] bytes) {
        frames.add(bytes);
        return this;
    }

    List<byte[]> list() {
        return frames;
    }
}
