package org.sellmeapen.simulators;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Anthropic: named events, pings, blocks of thought, overloads in the middle. */
final class Anthropic implements Vendor {

    @Override
    public String id() {
        return "anthropic";
    }

    @Override
    public String prefix() {
        return "/v1";
    }

    @Override
    public @Nullable Refusal stranger(Request request) {
        if (request.header("x-api-key").isEmpty()) {
            return refusal(401, "x-api-key header is required");
        }
        if (request.header("x-api-key").equals("wrong")) {
            return refusal(401, "invalid x-api-key");
        }
        return request.header("anthropic-version").equals("2023-06-01")
                ? null
                : refusal(400, "anthropic-version: header is required");
    }

    @Override
    public @Nullable Route route(Request request) {
        return switch (request.method() + " " + request.path()) {
            case "POST /messages" -> new Route(Kind.ANSWER, "messages", "");
            case "GET /models" -> new Route(Kind.MODELS, "models", "");
            default -> null;
        };
    }

    @Override
    public Asked asked(Route route, JsonNode body) {
        List<String> said = new ArrayList<>();
        body.path("messages")
                .forEach(message -> said.add(message.path("content").asString("")));
        List<String> stops = new ArrayList<>();
        body.path("stop_sequences").forEach(stop -> stops.add(stop.asString("")));
        String system = body.path("system").asString("");
        JsonNode schema = body.path("output_config").path("format").path("schema");
        return new Asked(
                body.path("model").asString(""),
                system,
                said,
                schema.isMissingNode() ? ChatVendor.named(system) : schema,
                stops,
                body.path("max_tokens").asInt(0),
                true);
    }

    @Override
    public @Nullable String minds(Route route, Request request, JsonNode body) {
        if (!body.path("model").asString("").startsWith("claude-3") && body.has("temperature")) {
            return "temperature: is not supported by this model";
        }
        for (JsonNode stop : body.path("stop_sequences")) {
            if (stop.asString("").isBlank()) {
                return "stop_sequences: each stop sequence must contain non-whitespace";
            }
        }
        return null;
    }

    @Override
    public List<byte[]> frames(Route route, Answering answering) {
        Frames frames = new Frames(answering);
        ObjectNode start = typed("message_start");
        start.putObject("message")
                .put("id", "msg_1")
                .put("type", "message")
                .put("role", "assistant")
                .put("model", answering.asked().model() + "-20260801")
                .putObject("usage")
                .put("input_tokens", answering.inputTokens())
                .put("cache_read_input_tokens", answering.cachedTokens())
                .putNull("cache_creation_input_tokens")
                .put("output_tokens", 1);
        frames.event("message_start", start);
        int block = 0;
        if (answering.manner() == Manner.THINKING) {
            begin(frames, block, "thinking", "thinking");
            delta(frames, block, "thinking_delta", "thinking", "they want a lower price");
            delta(frames, block, "signature_delta", "signature", "EqQBCgIYAhIM");
            frames.event("content_block_stop", typed("content_block_stop").put("index", block++));
        }
        begin(frames, block, "text", "text");
        frames.event("ping", typed("ping"));
        if (answering.noisy() && ChatVendor.named(answering.asked().system()) != null) {
            delta(frames, block, "text_delta", "text", "Here you are:\n```json\n");
        }
        for (String piece : answering.pieces()) {
            if (answering.noisy()) {
                frames.comment("keep-alive").event("ping", typed("ping"));
                frames.event("something_new", typed("something_new").put("unheard", "of"));
                ObjectNode strange = typed("content_block_delta").put("index", block);
                strange.putObject("delta").put("type", "unheard_delta").put("more", "x");
                frames.event("content_block_delta", strange);
            }
            delta(frames, block, "text_delta", "text", piece);
        }
        frames.event("content_block_stop", typed("content_block_stop").put("index", block));
        ObjectNode end = typed("message_delta");
        end.putObject("delta").put("stop_reason", reason(answering.ending())).putNull("stop_sequence");
        end.putObject("usage").put("output_tokens", answering.outputTokens());
        frames.event("message_delta", end);
        frames.event("message_stop", typed("message_stop"));
        return frames.list();
    }

    private static ObjectNode typed(String type) {
        return Frames.object().put("type", type);
    }

    private static void begin(Frames frames, int block, String type, String field) {
        ObjectNode start = typed("content_block_start").put("index", block);
        start.putObject("content_block").put("type", type).put(field, "");
        frames.event("content_block_start", start);
    }

    private static void delta(Frames frames, int block, String type, String field, String text) {
        ObjectNode delta = typed("content_block_delta").put("index", block);
        delta.putObject("delta").put("type", type).put(field, text);
        frames.event("content_block_delta", delta);
    }

    private static String reason(Ending ending) {
        return switch (ending) {
            case END -> "end_turn";
            case STOP -> "stop_sequence";
            case LENGTH -> "max_tokens";
            case REFUSED, FILTERED -> "refusal";
        };
    }

    @Override
    public byte[] midway(Route route) {
        ObjectNode error = typed("error");
        error.putObject("error").put("type", "overloaded_error").put("message", "Overloaded");
        return new Frames("\n").event("error", error).list().getFirst();
    }

    @Override
    public Refusal refusal(int status, String message) {
        String type = switch (status) {
            case 401 -> "authentication_error";
            case 402 -> "billing_error";
            case 403 -> "permission_error";
            case 404 -> "not_found_error";
            case 413 -> "request_too_large";
            case 429 -> "rate_limit_error";
            case 504 -> "timeout_error";
            case 529 -> "overloaded_error";
            default -> status >= 500 ? "api_error" : "invalid_request_error";
        };
        ObjectNode error = typed("error");
        error.putObject("error").put("type", type).put("message", message);
        return Refusal.json(status, error.put("request_id", "req_1"));
    }

    @Override
    public Refusal window() {
        return refusal(400, "prompt is too long: 250000 tokens > 200000 maximum");
    }

    @Override
    public @Nullable JsonNode embedded(Route route, JsonNode body) {
        return null;
    }

    @Override
    public JsonNode models() {
        ObjectNode list = Frames.object();
        list.putArray("data")
                .addObject()
                .put("type", "model")
                .put("id", "sim-fine")
                .put("display_name", "Simulated");
        return list.put("has_more", false).put("first_id", "sim-fine").put("last_id", "sim-fine");
    }
}
