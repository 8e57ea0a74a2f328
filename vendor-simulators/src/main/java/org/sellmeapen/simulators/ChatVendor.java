package org.sellmeapen.simulators;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A vendor that speaks chat completions, with an accent. */
final class ChatVendor implements Vendor {

    /** What sets one apart from the others. */
    enum Habit {
        /** Takes calls without a key. */
        NO_KEY,
        EMBEDS,
        /** The usage comes without being asked for, in the last piece. */
        USAGE_UNASKED,
        /** Groq hides the usage in a field of its own. */
        USAGE_HIDDEN,
        /** Comments while it waits. */
        COMMENTS,
        /** A first piece without a choice, about filters. */
        FILTER_FIRST,
        /** Thoughts come in a field of their own; without this they stand in the text. */
        REASONING_FIELD,
        /** Thoughts and text are blocks of a content that is a list. */
        CONTENT_BLOCKS,
        /** JSON is only given to those who speak of JSON. */
        MUST_SAY_JSON,
        /** Leaves out the mark of the end. */
        NO_DONE,
        /** An error in the middle stands beside an empty choice. */
        ERROR_BESIDE_CHOICE
    }

    private final String id;
    private final String prefix;
    private final String keyHeader;
    private final Set<Habit> habits;
    private final BiFunction<Integer, String, JsonNode> errors;

    ChatVendor(
            String id,
            String prefix,
            String keyHeader,
            Set<Habit> habits,
            BiFunction<Integer, String, JsonNode> errors) {
        this.id = id;
        this.prefix = prefix;
        this.keyHeader = keyHeader;
        this.habits = habits;
        this.errors = errors;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String prefix() {
        return prefix;
    }

    @Override
    public @Nullable Refusal stranger(Request request) {
        String said = request.header(keyHeader);
        String key = keyHeader.equals("authorization") && said.startsWith("Bearer ") ? said.substring(7) : said;
        if (keyHeader.equals("authorization") && !said.isEmpty() && key.equals(said)) {
            return refusal(401, "You didn't provide an API key.");
        }
        if (key.isEmpty() && !habits.contains(Habit.NO_KEY)) {
            return refusal(401, "You didn't provide an API key.");
        }
        return key.equals("wrong")
                ? refusal(id.equals("xai") ? 400 : 401, "Incorrect API key provided: " + key + ".")
                : null;
    }

    @Override
    public @Nullable Route route(Request request) {
        return switch (request.method() + " " + request.path()) {
            case "POST /chat/completions" -> new Route(Kind.ANSWER, "chat", "");
            case "POST /embeddings" -> habits.contains(Habit.EMBEDS) ? new Route(Kind.EMBED, "embed", "") : null;
            case "GET /models" -> new Route(Kind.MODELS, "models", "");
            default -> null;
        };
    }

    @Override
    public @Nullable String minds(Route route, Request request, JsonNode body) {
        return habits.contains(Habit.MUST_SAY_JSON)
                        && body.path("response_format")
                                .path("type")
                                .asString("")
                                .equals("json_object")
                        && !body.path("messages")
                                .toString()
                                .toLowerCase(java.util.Locale.ROOT)
                                .contains("json")
                ? "Prompt must contain the word 'json' in some form to use 'response_format' of type 'json_object'."
                : null;
    }

    @Override
    public Asked asked(Route route, JsonNode body) {
        StringBuilder system = new StringBuilder();
        List<String> said = new ArrayList<>();
        body.path("messages").forEach(message -> {
            String text = message.path("content").asString("");
            if (Set.of("system", "developer").contains(message.path("role").asString(""))) {
                system.append(text);
            } else {
                said.add(text);
            }
        });
        JsonNode stop = body.path("stop");
        List<String> stops = new ArrayList<>();
        if (stop.isString()) {
            stops.add(stop.asString());
        }
        stop.forEach(one -> stops.add(one.asString("")));
        JsonNode format = body.path("response_format");
        JsonNode schema = format.path("json_schema").path("schema");
        return new Asked(
                body.path("model").asString(""),
                system.toString(),
                said,
                schema.isMissingNode() ? named(system.toString()) : schema,
                stops,
                body.path("max_completion_tokens").asInt(body.path("max_tokens").asInt(Integer.MAX_VALUE)),
                body.path("stream_options").path("include_usage").asBoolean(false));
    }

    /** A model that is asked in words reads the schema there. */
    static @Nullable JsonNode named(String system) {
        int at = system.indexOf("JSON Schema:\n");
        return at < 0 ? null : Frames.JSON.readTree(system.substring(at + 13));
    }

    @Override
    public List<byte[]> frames(Route route, Answering answering) {
        Frames frames = new Frames(answering);
        if (habits.contains(Habit.COMMENTS)) {
            frames.comment(id.toUpperCase(java.util.Locale.ROOT) + " PROCESSING");
        }
        if (habits.contains(Habit.FILTER_FIRST)) {
            ObjectNode first = piece(answering, null, null);
            ((ArrayNode) first.path("choices")).removeAll();
            first.putArray("prompt_filter_results").addObject().put("prompt_index", 0);
            frames.event(first);
        }
        frames.event(piece(answering, delta("role", "assistant").put("content", ""), null));
        boolean merelyAsked =
                answering.asked().schema() != null && named(answering.asked().system()) != null;
        if (answering.manner() == Manner.THINKING) {
            think(frames, answering);
        }
        if (merelyAsked && answering.noisy()) {
            frames.event(piece(answering, delta("content", "Here you are:\n```json\n"), null));
        }
        for (String piece : answering.pieces()) {
            if (answering.noisy()) {
                frames.comment("keep-alive").event("ping", Frames.object().put("unheard", "of"));
                frames.event(piece(answering, Frames.object().putNull("content").put("new_field", 1), null)
                        .put("service_tier", "default"));
            }
            String field = answering.ending() == Ending.REFUSED ? "refusal" : "content";
            frames.event(piece(answering, delta(field, piece), null));
        }
        if (merelyAsked && answering.noisy()) {
            frames.event(piece(answering, delta("content", "\n```"), null));
        }
        ObjectNode last = piece(answering, Frames.object(), finish(answering.ending()));
        if (habits.contains(Habit.USAGE_UNASKED)) {
            last.set("usage", usage(answering));
        } else if (habits.contains(Habit.USAGE_HIDDEN)) {
            last.putObject("x_groq").put("id", "req_1").set("usage", usage(answering));
        }
        frames.event(last);
        if (answering.asked().usage() && !habits.contains(Habit.USAGE_UNASKED)) {
            ObjectNode counted = piece(answering, null, null);
            ((ArrayNode) counted.path("choices")).removeAll();
            frames.event(counted.set("usage", usage(answering)));
        }
        if (!habits.contains(Habit.NO_DONE) || !answering.noisy()) {
            frames.data("[DONE]");
        }
        return frames.list();
    }

    private void think(Frames frames, Answering answering) {
        if (habits.contains(Habit.REASONING_FIELD)) {
            frames.event(piece(answering, delta("reasoning_content", "they want a lower price"), null));
        } else if (habits.contains(Habit.CONTENT_BLOCKS)) {
            ObjectNode delta = Frames.object();
            delta.putArray("content")
                    .addObject()
                    .put("type", "thinking")
                    .putArray("thinking")
                    .addObject()
                    .put("type", "text")
                    .put("text", "they want a lower price");
            frames.event(piece(answering, delta, null));
        } else {
            for (String thought : List.of("<thi", "nk>they want", " a lower price</th", "ink>\n\n")) {
                frames.event(piece(answering, delta("content", thought), null));
            }
        }
    }

    private static ObjectNode delta(String field, String text) {
        return Frames.object().put(field, text);
    }

    private ObjectNode piece(Answering answering, @Nullable ObjectNode delta, @Nullable String finish) {
        ObjectNode piece = Frames.object()
                .put("id", "chatcmpl-1")
                .put("object", "chat.completion.chunk")
                .put("created", 1_793_000_000)
                .put("model", answering.asked().model() + "-2026-08-01");
        ObjectNode choice = piece.putArray("choices").addObject().put("index", 0);
        choice.set("delta", delta == null ? Frames.object() : delta);
        choice.put("finish_reason", finish);
        return piece;
    }

    private static String finish(Ending ending) {
        return switch (ending) {
            case END, STOP, REFUSED -> "stop";
            case LENGTH -> "length";
            case FILTERED -> "content_filter";
        };
    }

    private static ObjectNode usage(Answering answering) {
        ObjectNode usage = Frames.object()
                .put("prompt_tokens", answering.inputTokens())
                .put("completion_tokens", answering.outputTokens())
                .put("total_tokens", answering.inputTokens() + answering.outputTokens());
        usage.putObject("prompt_tokens_details").put("cached_tokens", answering.cachedTokens());
        return usage;
    }

    @Override
    public byte[] midway(Route route) {
        ObjectNode error = Frames.object();
        error.set("error", errors.apply(500, "The server had an error.").path("error"));
        if (habits.contains(Habit.ERROR_BESIDE_CHOICE)) {
            error.putObject("error").put("code", 502).put("message", "Provider disconnected");
            error.putArray("choices")
                    .addObject()
                    .put("index", 0)
                    .put("finish_reason", "error")
                    .putObject("delta")
                    .put("content", "");
        } else if (!error.path("error").isObject()) {
            error.putObject("error").put("message", "The server had an error.").put("type", "server_error");
        }
        return new Frames("\n").event(error).list().getFirst();
    }

    @Override
    public Refusal refusal(int status, String message) {
        return Refusal.json(status, errors.apply(status, message));
    }

    @Override
    public Refusal filter() {
        return switch (id) {
            case "openai" ->
                refusal(400, "Invalid prompt: your prompt was flagged as potentially violating our usage policy.");
            case "deepseek" -> refusal(400, "Content Exists Risk");
            case "openrouter" ->
                refusal(403, "some/model requires moderation. Your input was flagged for \"violence\".");
            default -> Vendor.super.filter();
        };
    }

    @Override
    public @Nullable JsonNode embedded(Route route, JsonNode body) {
        ObjectNode answer = Frames.object().put("object", "list");
        ArrayNode data = answer.putArray("data");
        List<ObjectNode> vectors = new ArrayList<>();
        body.path("input").forEach(text -> {
            ObjectNode one = Frames.object().put("object", "embedding").put("index", vectors.size());
            one.set("embedding", Vectors.of(text.asString("")));
            vectors.add(one);
        });
        vectors.reversed().forEach(data::add); // the index counts, not the order
        answer.put("model", body.path("model").asString(""));
        answer.putObject("usage").put("prompt_tokens", 8).put("total_tokens", 8);
        return answer;
    }

    @Override
    public JsonNode models() {
        ObjectNode list = Frames.object().put("object", "list");
        ArrayNode data = list.putArray("data");
        for (String model : List.of("sim-fine", "sim-embed", "sim-429")) {
            data.addObject().put("id", model).put("object", "model").put("owned_by", id);
        }
        return list;
    }
}
