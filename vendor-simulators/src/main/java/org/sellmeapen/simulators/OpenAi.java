package org.sellmeapen.simulators;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** OpenAI: the chat completions of the whole family, and its Responses. */
final class OpenAi implements Vendor {

    private final Vendor chat = ChatVendors.openai();
    private int sequence;

    @Override
    public String id() {
        return "openai";
    }

    @Override
    public String prefix() {
        return "/v1";
    }

    @Override
    public @Nullable Refusal stranger(Request request) {
        return chat.stranger(request);
    }

    @Override
    public @Nullable Route route(Request request) {
        return request.path().equals("/responses") && request.method().equals("POST")
                ? new Route(Kind.ANSWER, "responses", "")
                : chat.route(request);
    }

    @Override
    public Asked asked(Route route, JsonNode body) {
        if (!route.operation().equals("responses")) {
            return chat.asked(route, body);
        }
        List<String> said = new ArrayList<>();
        body.path("input").forEach(item -> said.add(item.path("content").asString("")));
        JsonNode format = body.path("text").path("format");
        return new Asked(
                body.path("model").asString(""),
                body.path("instructions").asString(""),
                said,
                format.path("type").asString("").equals("json_schema") ? format.path("schema") : null,
                List.of(),
                body.path("max_output_tokens").asInt(Integer.MAX_VALUE),
                true);
    }

    @Override
    public @Nullable String minds(Route route, Request request, JsonNode body) {
        if (body.path("model").asString("").matches("(o\\d|gpt-5(?!-chat)).*") && body.has("temperature")) {
            return "Unsupported parameter: 'temperature' is not supported with this model.";
        }
        if (route.operation().equals("responses") && body.path("store").asBoolean(true)) {
            return "store is not false: what was said would be kept there";
        }
        return chat.minds(route, request, body);
    }

    @Override
    public List<byte[]> frames(Route route, Answering answering) {
        if (!route.operation().equals("responses")) {
            return chat.frames(route, answering);
        }
        sequence = 0;
        Frames frames = new Frames(answering);
        event(frames, "response.created", response(answering, "in_progress"));
        event(frames, "response.in_progress", response(answering, "in_progress"));
        if (answering.manner() == Manner.THINKING) {
            event(frames, "response.reasoning_summary_text.delta", delta("they want a lower price"));
        }
        event(frames, "response.output_item.added", Frames.object().put("output_index", 0));
        String kind = answering.ending() == Ending.REFUSED ? "response.refusal.delta" : "response.output_text.delta";
        for (String piece : answering.pieces()) {
            if (answering.noisy()) {
                frames.comment("keep-alive");
                event(frames, "response.something_new", Frames.object().put("unheard", true));
            }
            event(frames, kind, delta(piece));
        }
        switch (answering.ending()) {
            case LENGTH, FILTERED -> {
                ObjectNode response = response(answering, "incomplete");
                ((ObjectNode) response.path("response"))
                        .putObject("incomplete_details")
                        .put("reason", answering.ending() == Ending.LENGTH ? "max_output_tokens" : "content_filter");
                event(frames, "response.incomplete", response);
            }
            default -> event(frames, "response.completed", response(answering, "completed"));
        }
        return frames.list();
    }

    private void event(Frames frames, String type, ObjectNode data) {
        frames.event(type, data.put("type", type).put("sequence_number", sequence++));
    }

    private static ObjectNode delta(String text) {
        return Frames.object()
                .put("item_id", "msg_1")
                .put("output_index", 0)
                .put("content_index", 0)
                .put("delta", text);
    }

    private static ObjectNode response(Answering answering, String status) {
        ObjectNode event = Frames.object();
        ObjectNode response = event.putObject("response")
                .put("id", "resp_1")
                .put("object", "response")
                .put("status", status)
                .put("model", answering.asked().model() + "-2026-08-01");
        if (!status.equals("in_progress")) {
            ObjectNode usage = response.putObject("usage")
                    .put("input_tokens", answering.inputTokens())
                    .put("output_tokens", answering.outputTokens())
                    .put("total_tokens", answering.inputTokens() + answering.outputTokens());
            usage.putObject("input_tokens_details").put("cached_tokens", answering.cachedTokens());
            usage.putObject("output_tokens_details").put("reasoning_tokens", 0);
        }
        return event;
    }

    @Override
    public byte[] midway(Route route) {
        if (!route.operation().equals("responses")) {
            return chat.midway(route);
        }
        return new Frames("\n")
                .event(
                        "error",
                        Frames.object()
                                .put("type", "error")
                                .put("code", "server_error")
                                .put("message", "The server had an error processing your request.")
                                .putNull("param")
                                .put("sequence_number", 99))
                .list()
                .getFirst();
    }

    @Override
    public Refusal refusal(int status, String message) {
        return chat.refusal(status, message);
    }

    @Override
    public @Nullable JsonNode embedded(Route route, JsonNode body) {
        return chat.embedded(route, body);
    }

    @Override
    public @Nullable JsonNode models() {
        return chat.models();
    }
}
