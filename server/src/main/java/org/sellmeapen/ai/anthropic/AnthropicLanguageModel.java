package org.sellmeapen.ai.anthropic;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.sellmeapen.ai.Answer;
import org.sellmeapen.ai.AnswerSink;
import org.sellmeapen.ai.LanguageModel;
import org.sellmeapen.ai.ModelFailed;
import org.sellmeapen.ai.Prompt;
import org.sellmeapen.ai.wire.ChatCompletions;
import org.sellmeapen.ai.wire.EventReader;
import org.sellmeapen.ai.wire.Incoming;
import org.sellmeapen.ai.wire.Json;
import org.sellmeapen.ai.wire.Line;
import org.sellmeapen.ai.wire.Words;
import org.sellmeapen.connections.Secret;
import org.sellmeapen.connections.Way;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Anthropic's messages. It has no seed. Older models are not held to a schema: for them the option {@code shape} asks for
 * JSON in the prompt.
 */
public final class AnthropicLanguageModel implements LanguageModel {

    public static final String ID = "anthropic";
    public static final URI BASE = URI.create("https://api.anthropic.com");
    static final String VERSION = "2023-06-01";

    /** Those up to Opus 4.6 take a temperature, later ones refuse any. */
    private static final Pattern WARMS =
            Pattern.compile("claude-(\\d.*|(opus|sonnet|haiku)-4(-[0-6])?(-\\d{6,})?(-latest)?)");

    private final Line line;
    private final String model;
    private final boolean inWords;
    private final String effort;

    /** @param options {@code shape}: {@code schema} or {@code words}; {@code effort}: how much thought an answer is worth */
    public AnthropicLanguageModel(Way way, URI base, Secret key, String model, Map<String, String> options) {
        this.line = new Line(ID, way, base, key);
        this.model = model;
        this.inWords = options.getOrDefault("shape", "schema").equals("words");
        this.effort = options.getOrDefault("effort", "");
    }

    /** Says who asks, in this vendor's way. */
    public static HttpRequest asking(Line line, HttpRequest.Builder request) {
        return request.header("x-api-key", line.key().value())
                .header("anthropic-version", VERSION)
                .build();
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Answer answer(Prompt prompt, AnswerSink sink) throws ModelFailed, InterruptedException {
        HttpRequest request = asking(
                line, line.post(line.at("/v1", "/messages"), body(prompt)).header("Accept", "text/event-stream"));
        boolean merelyAsked = inWords && prompt.schema() != null;
        try (Incoming incoming = line.open(request)) {
            return new Reading(merelyAsked ? Words.ofObject(sink, prompt) : Words.to(sink, prompt)).of(incoming);
        }
    }

    private ObjectNode body(Prompt prompt) {
        ObjectNode body = Json.object()
                .put("model", model)
                .put("max_tokens", prompt.mostTokens())
                .put("stream", true);
        Prompt.Schema schema = prompt.schema();
        String system = schema != null && inWords ? ChatCompletions.asking(prompt.system(), schema) : prompt.system();
        if (!system.isEmpty()) {
            body.put("system", system);
        }
        ArrayNode messages = body.putArray("messages");
        for (Prompt.Message message : prompt.messages()) {
            messages.addObject()
                    .put("role", message.role() == Prompt.Role.USER ? "user" : "assistant")
                    .put("content", message.text());
        }
        if (prompt.temperature() != null && WARMS.matcher(model).matches()) {
            body.put("temperature", Math.min(1, prompt.temperature()));
        }
        List<String> stops = prompt.stop().stream().filter(s -> !s.isBlank()).toList(); // it takes no blank ones
        if (!stops.isEmpty()) {
            stops.forEach(body.putArray("stop_sequences")::add);
        }
        if (schema != null && !inWords) {
            body.putObject("output_config")
                    .putObject("format")
                    .put("type", "json_schema")
                    .set("schema", Json.shape(schema));
        }
        if (!effort.isEmpty()) {
            body.withObject("/output_config").put("effort", effort);
        }
        return body;
    }

    private final class Reading {
        private final Words words;
        private String answering = model;
        private String reason = "";
        private int fresh = -1;
        private int cached;
        private int written;
        private int said;

        Reading(Words words) {
            this.words = words;
        }

        Answer of(Incoming incoming) throws ModelFailed, InterruptedException {
            for (EventReader.Event event = incoming.event(); event != null; event = incoming.event()) {
                if (event.data().isBlank()) {
                    continue;
                }
                JsonNode data = incoming.json(event);
                switch (data.path("type").asString(event.name())) {
                    case "message_start" -> {
                        answering = data.path("message").path("model").asString(model);
                        count(data.path("message").path("usage"));
                    }
                    case "content_block_delta" -> {
                        if (!words.add(data.path("delta").path("text").asString(""))) {
                            return whole(Answer.Finish.STOP);
                        }
                    }
                    case "message_delta" -> {
                        reason = data.path("delta").path("stop_reason").asString(reason);
                        count(data.path("usage"));
                    }
                    case "message_stop" -> {
                        incoming.whole();
                        return whole(finish());
                    }
                    case "error" -> throw line.failedMidway(data);
                    default -> {
                        // pings, beginnings and ends of blocks, and events that are not known yet
                    }
                }
            }
            throw line.cutOff();
        }

        private void count(JsonNode usage) {
            fresh = usage.path("input_tokens").asInt(fresh);
            cached = usage.path("cache_read_input_tokens").asInt(cached);
            written = usage.path("cache_creation_input_tokens").asInt(written);
            said = usage.path("output_tokens").asInt(said);
        }

        private Answer.Finish finish() {
            return switch (reason) {
                case "max_tokens", "model_context_window_exceeded" -> Answer.Finish.LENGTH;
                case "stop_sequence" -> Answer.Finish.STOP;
                case "refusal" -> Answer.Finish.REFUSED;
                default -> Answer.Finish.END;
            };
        }

        private Answer whole(Answer.Finish finish) {
            String text = words.end();
            Answer.Usage usage =
                    fresh < 0 ? Answer.Usage.UNKNOWN : new Answer.Usage(fresh + cached + written, cached, said);
            return new Answer(text, words.isStopped() ? Answer.Finish.STOP : finish, usage, ID, answering);
        }
    }
}
