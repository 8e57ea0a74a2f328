package org.sellmeapen.simulators;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Ollama: a line of JSON a piece, no key, errors as lines. */
final class Ollama implements Vendor {

    @Override
    public String id() {
        return "ollama";
    }

    @Override
    public String prefix() {
        return "/api";
    }

    @Override
    public @Nullable Refusal stranger(Request request) {
        return request.header("authorization").equals("Bearer wrong") ? refusal(401, "unauthorized") : null;
    }

    @Override
    public @Nullable Route route(Request request) {
        return switch (request.method() + " " + request.path()) {
            case "POST /chat" -> new Route(Kind.ANSWER, "chat", "");
            case "POST /embed" -> new Route(Kind.EMBED, "embed", "");
            case "GET /tags" -> new Route(Kind.MODELS, "models", "");
            default -> null;
        };
    }

    @Override
    public String contentType() {
        return "application/x-ndjson";
    }

    @Override
    public Asked asked(Route route, JsonNode body) {
        StringBuilder system = new StringBuilder();
        List<String> said = new ArrayList<>();
        body.path("messages").forEach(message -> {
            String text = message.path("content").asString("");
            if (message.path("role").asString("").equals("system")) {
                system.append(text);
            } else {
                said.add(text);
            }
        });
        List<String> stops = new ArrayList<>();
        body.path("options").path("stop").forEach(stop -> stops.add(stop.asString("")));
        return new Asked(
                body.path("model").asString(""),
                system.toString(),
                said,
                body.path("format").isObject() ? body.path("format") : null,
                stops,
                body.path("options").path("num_predict").asInt(Integer.MAX_VALUE),
                true);
    }

    @Override
    public List<byte[]> frames(Route route, Answering answering) {
        Frames frames = new Frames(answering);
        if (answering.manner() == Manner.THINKING) {
            ObjectNode thought = piece(answering, "");
            ((ObjectNode) thought.path("message")).put("thinking", "they want a lower price");
            frames.line(thought);
        }
        for (String piece : answering.pieces()) {
            if (answering.noisy()) {
                frames.raw("\n").line(piece(answering, "").put("something_new", true));
            }
            frames.line(piece(answering, piece));
        }
        ObjectNode last = piece(answering, "")
                .put("done", true)
                .put("done_reason", answering.ending() == Ending.LENGTH ? "length" : "stop")
                .put("total_duration", 4_883_583_458L)
                .put("prompt_eval_count", answering.inputTokens())
                .put("eval_count", answering.outputTokens());
        return frames.line(last).list();
    }

    private static ObjectNode piece(Answering answering, String text) {
        ObjectNode piece = Frames.object()
                .put("model", answering.asked().model())
                .put("created_at", "2026-11-03T10:00:00.123456Z");
        piece.putObject("message").put("role", "assistant").put("content", text);
        return piece.put("done", false);
    }

    @Override
    public byte[] midway(Route route) {
        return new Frames("\n")
                .line(Frames.object().put("error", "an error was encountered while running the model"))
                .list()
                .getFirst();
    }

    @Override
    public Refusal refusal(int status, String message) {
        return Refusal.json(status, Frames.object().put("error", message));
    }

    @Override
    public JsonNode embedded(Route route, JsonNode body) {
        ObjectNode answer = Frames.object().put("model", body.path("model").asString(""));
        ArrayNode embeddings = answer.putArray("embeddings");
        body.path("input").forEach(text -> embeddings.add(Vectors.of(text.asString(""))));
        return answer.put("prompt_eval_count", 8);
    }

    @Override
    public JsonNode models() {
        ObjectNode list = Frames.object();
        ArrayNode models = list.putArray("models");
        for (String model : List.of("sim-fine", "sim-embed")) {
            models.addObject().put("name", model).put("model", model);
        }
        return list;
    }
}
