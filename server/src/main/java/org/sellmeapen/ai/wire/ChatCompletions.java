package org.sellmeapen.ai.wire;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.ai.Answer;
import org.sellmeapen.ai.AnswerSink;
import org.sellmeapen.ai.ModelFailed;
import org.sellmeapen.ai.Prompt;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The chat completions that OpenAI began with and that half the trade speaks, each with an accent of its own. Thread-safe.
 */
public final class ChatCompletions {

    /** How a model is held to a shape. */
    public enum Shape {
        /** By the JSON Schema, which the vendor enforces. */
        SCHEMA,
        /** It answers some JSON object; the schema is asked for in the prompt. */
        OBJECT,
        /** It is asked in the prompt alone. */
        WORDS;

        /** @param name as an option says it; empty for the usual one */
        public static Shape named(String name, Shape usual) {
            return name.isEmpty() ? usual : valueOf(name.toUpperCase(Locale.ROOT));
        }
    }

    /**
     * The accent.
     *
     * @param version of the address, such as {@code /v1}
     * @param mostTokens the field's name
     * @param usage whether the usage is to be asked for
     * @param seed the field's name, null where there is none
     * @param strict whether the shape is marked as one to be held to
     */
    public record Accent(
            String version,
            String mostTokens,
            boolean usage,
            @Nullable String seed,
            Shape shape,
            boolean strict) {

        public static final Accent PLAIN = new Accent("/v1", "max_tokens", true, "seed", Shape.SCHEMA, true);

        public Accent shaped(Shape other) {
            return new Accent(version, mostTokens, usage, seed, other, strict);
        }
    }

    private static final int SEEDS = Integer.MAX_VALUE;

    private final Line line;
    private final String model;
    private final Accent accent;
    private final Consumer<ObjectNode> own;
    private final UnaryOperator<HttpRequest.Builder> key;

    /** @param own adds or takes away what this vendor has otherwise */
    public ChatCompletions(Line line, String model, Accent accent, Consumer<ObjectNode> own) {
        this(
                line,
                model,
                accent,
                own,
                request -> line.key().isEmpty()
                        ? request
                        : request.header("Authorization", "Bearer " + line.key().value()));
    }

    /** @param key says who asks */
    public ChatCompletions(
            Line line, String model, Accent accent, Consumer<ObjectNode> own, UnaryOperator<HttpRequest.Builder> key) {
        this.line = line;
        this.model = model;
        this.accent = accent;
        this.own = own;
        this.key = key;
    }

    /** As {@link org.sellmeapen.ai.LanguageModel#answer}. */
    public Answer answer(Prompt prompt, AnswerSink sink) throws ModelFailed, InterruptedException {
        boolean merelyAsked = prompt.schema() != null && accent.shape() != Shape.SCHEMA;
        URI address = line.at(accent.version(), "/chat/completions");
        HttpRequest request = key.apply(line.post(address, body(prompt)).header("Accept", "text/event-stream"))
                .build();
        try (Incoming incoming = line.open(request)) {
            return new Reading(merelyAsked ? Words.ofObject(sink, prompt) : Words.to(sink, prompt)).of(incoming);
        }
    }

    private ObjectNode body(Prompt prompt) {
        ObjectNode body = Json.object().put("model", model).put("stream", true);
        if (accent.usage()) {
            body.putObject("stream_options").put("include_usage", true);
        }
        Prompt.Schema schema = prompt.schema();
        String system =
                schema == null || accent.shape() == Shape.SCHEMA ? prompt.system() : asking(prompt.system(), schema);
        ArrayNode messages = body.putArray("messages");
        if (!system.isEmpty()) {
            messages.addObject().put("role", "system").put("content", system);
        }
        for (Prompt.Message message : prompt.messages()) {
            messages.addObject()
                    .put("role", message.role() == Prompt.Role.USER ? "user" : "assistant")
                    .put("content", message.text());
        }
        body.put(accent.mostTokens(), prompt.mostTokens());
        if (prompt.temperature() != null) {
            body.put("temperature", prompt.temperature());
        }
        if (!prompt.stop().isEmpty()) {
            prompt.stop().forEach(body.putArray("stop")::add);
        }
        if (prompt.seed() != null && accent.seed() != null) {
            body.put(accent.seed(), Math.floorMod(prompt.seed(), SEEDS));
        }
        if (schema != null && accent.shape() == Shape.SCHEMA) {
            ObjectNode shape = body.putObject("response_format")
                    .put("type", "json_schema")
                    .putObject("json_schema")
                    .put("name", schema.name());
            if (accent.strict()) {
                shape.put("strict", true);
            }
            shape.set("schema", Json.shape(schema));
        } else if (schema != null && accent.shape() == Shape.OBJECT) {
            body.putObject("response_format").put("type", "json_object");
        }
        own.accept(body);
        return body;
    }

    /** For models that are not held to a shape. */
    public static String asking(String system, Prompt.Schema schema) {
        return (system.isEmpty() ? "" : system + "\n\n")
                + "Answer with one JSON object and nothing else: no preface, no fences. It follows this JSON Schema:\n"
                + schema.json();
    }

    private final class Reading {
        private final Words words;
        private String answering = model;
        private String finish = "";
        private boolean refused;
        private Answer.Usage usage = Answer.Usage.UNKNOWN;

        Reading(Words words) {
            this.words = words;
        }

        Answer of(Incoming incoming) throws ModelFailed, InterruptedException {
            for (EventReader.Event event = incoming.event(); event != null; event = incoming.event()) {
                if (event.data().strip().equals("[DONE]")) {
                    incoming.whole();
                    break;
                }
                if (event.data().isBlank()) {
                    continue;
                }
                if (!take(incoming.json(event), event.name())) {
                    return new Answer(words.end(), Answer.Finish.STOP, usage, line.provider(), answering);
                }
            }
            if (finish.isEmpty()) {
                throw line.cutOff();
            }
            return new Answer(words.end(), finish(), usage, line.provider(), answering);
        }

        /** @return false when a stop was met */
        private boolean take(JsonNode chunk, String event) throws ModelFailed, InterruptedException {
            if (chunk.hasNonNull("error") || event.equals("error")) {
                throw line.failedMidway(chunk);
            }
            answering = chunk.path("model").asString("").isEmpty()
                    ? answering
                    : chunk.path("model").asString();
            count(
                    chunk.path("usage").isObject()
                            ? chunk.path("usage")
                            : chunk.path("x_groq").path("usage"));
            JsonNode choice = chunk.path("choices").path(0);
            if (choice.hasNonNull("error")) {
                throw line.failedMidway(choice);
            }
            String end = choice.path("finish_reason").asString("");
            finish = end.isEmpty() ? finish : end;
            JsonNode delta = choice.path("delta");
            String refusal = delta.path("refusal").asString("");
            refused |= !refusal.isEmpty();
            return words.add(content(delta.path("content"))) && words.add(refusal);
        }

        /** Mistral's thinking models answer in pieces, of which only the text is meant for others. */
        private static String content(JsonNode content) {
            if (!content.isArray()) {
                return content.asString("");
            }
            StringBuilder text = new StringBuilder();
            content.forEach(piece -> {
                if (piece.path("type").asString("").equals("text")) {
                    text.append(piece.path("text").asString(""));
                }
            });
            return text.toString();
        }

        private void count(JsonNode said) {
            if (said.path("prompt_tokens").isNumber()) {
                usage = new Answer.Usage(
                        said.path("prompt_tokens").asInt(),
                        said.path("prompt_tokens_details")
                                .path("cached_tokens")
                                .asInt(said.path("prompt_cache_hit_tokens").asInt(0)),
                        said.path("completion_tokens").asInt(0));
            }
        }

        private Answer.Finish finish() throws ModelFailed {
            return switch (finish) {
                case "length", "model_length" -> Answer.Finish.LENGTH;
                case "content_filter" -> Answer.Finish.REFUSED;
                case "error" -> throw ModelFailed.passing(line.provider(), "vendor-trouble");
                case "insufficient_system_resource" -> throw ModelFailed.passing(line.provider(), "overloaded");
                default -> refused ? Answer.Finish.REFUSED : Answer.Finish.END;
            };
        }
    }
}
