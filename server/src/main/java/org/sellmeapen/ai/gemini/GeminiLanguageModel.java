package org.sellmeapen.ai.gemini;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.sellmeapen.ai.Answer;
import org.sellmeapen.ai.AnswerSink;
import org.sellmeapen.ai.LanguageModel;
import org.sellmeapen.ai.ModelFailed;
import org.sellmeapen.ai.Prompt;
import org.sellmeapen.ai.wire.EventReader;
import org.sellmeapen.ai.wire.Incoming;
import org.sellmeapen.ai.wire.Json;
import org.sellmeapen.ai.wire.Line;
import org.sellmeapen.ai.wire.Thinking;
import org.sellmeapen.ai.wire.Words;
import org.sellmeapen.connections.Secret;
import org.sellmeapen.connections.Way;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Google's Gemini, by its own interface. The end is a reason to finish, not a mark; there may be no candidate at all. */
public final class GeminiLanguageModel implements LanguageModel {

    public static final String ID = "gemini";
    public static final URI BASE = URI.create("https://generativelanguage.googleapis.com/v1beta");
    static final String VERSION = "/v1beta";

    /** From this generation on they think unless they are told not to. */
    private static final Pattern THINKS = Pattern.compile("gemini-(2\\.5|[3-9])");

    private final Line line;
    private final String model;
    private final String thinking;

    /**
     * @param options {@code thinking}: how many tokens a model may think, 0 for not at all where it can do without; of Gemini 3 and
     *     later how deeply, {@code minimal} to {@code high}
     */
    public GeminiLanguageModel(Way way, URI base, Secret key, String model, Map<String, String> options) {
        this.line = new Line(ID, way, base, key);
        this.model = plain(model);
        this.thinking = options.getOrDefault("thinking", "");
    }

    /** Lists say {@code models/…}, people leave it out. */
    public static String plain(String model) {
        return model.startsWith("models/") ? model.substring("models/".length()) : model;
    }

    static String inPath(String model) {
        return "/models/" + URLEncoder.encode(model, StandardCharsets.UTF_8);
    }

    /** Says who asks, in this vendor's way; never in the address, where logs would keep it. */
    public static HttpRequest asking(Line line, HttpRequest.Builder request) {
        return request.header("x-goog-api-key", line.key().value()).build();
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Answer answer(Prompt prompt, AnswerSink sink) throws ModelFailed, InterruptedException {
        URI address = line.at(VERSION, inPath(model) + ":streamGenerateContent?alt=sse");
        HttpRequest request = asking(line, line.post(address, body(prompt)).header("Accept", "text/event-stream"));
        try (Incoming incoming = line.open(request)) {
            return new Reading(Words.to(sink, prompt)).of(incoming);
        }
    }

    private ObjectNode body(Prompt prompt) {
        ObjectNode body = Json.object();
        if (!prompt.system().isEmpty()) {
            body.putObject("systemInstruction").putArray("parts").addObject().put("text", prompt.system());
        }
        ArrayNode contents = body.putArray("contents");
        for (Prompt.Message message : prompt.messages()) {
            contents.addObject()
                    .put("role", message.role() == Prompt.Role.USER ? "user" : "model")
                    .putArray("parts")
                    .addObject()
                    .put("text", message.text());
        }
        ObjectNode config = body.putObject("generationConfig")
                .put(
                        "maxOutputTokens",
                        prompt.mostTokens()
                                + Thinking.room(THINKS.matcher(model).lookingAt(), thinking));
        if (prompt.temperature() != null) {
            config.put("temperature", prompt.temperature());
        }
        if (!prompt.stop().isEmpty()) {
            prompt.stop().forEach(config.putArray("stopSequences")::add);
        }
        if (prompt.seed() != null) {
            config.put("seed", Math.floorMod(prompt.seed(), Integer.MAX_VALUE));
        }
        if (thinking.matches("-1|\\d{1,6}")) {
            config.putObject("thinkingConfig").put("thinkingBudget", Integer.parseInt(thinking));
        } else if (!thinking.isBlank()) {
            config.putObject("thinkingConfig")
                    .put("thinkingLevel", thinking.strip().toUpperCase(Locale.ROOT));
        }
        Prompt.Schema schema = prompt.schema();
        if (schema != null) {
            config.put("responseMimeType", "application/json").set("responseJsonSchema", Json.shape(schema));
        }
        return body;
    }

    private final class Reading {
        private final Words words;
        private String answering = model;
        private String reason = "";
        private Answer.Usage usage = Answer.Usage.UNKNOWN;

        Reading(Words words) {
            this.words = words;
        }

        Answer of(Incoming incoming) throws ModelFailed, InterruptedException {
            for (EventReader.Event event = incoming.event(); event != null; event = incoming.event()) {
                if (!event.data().isBlank() && !take(incoming.json(event))) {
                    return new Answer(words.end(), Answer.Finish.STOP, usage, ID, answering);
                }
            }
            if (reason.isEmpty()) {
                throw line.cutOff();
            }
            return new Answer(words.end(), finish(), usage, ID, answering);
        }

        private boolean take(JsonNode piece) throws ModelFailed, InterruptedException {
            if (piece.has("error")) {
                throw line.failedMidway(piece);
            }
            if (!piece.path("promptFeedback").path("blockReason").asString("").isEmpty()) {
                throw ModelFailed.lasting(ID, "blocked")
                        .saying(piece.path("promptFeedback").path("blockReason").asString());
            }
            answering = piece.path("modelVersion").asString(answering);
            JsonNode counted = piece.path("usageMetadata");
            if (counted.path("promptTokenCount").isNumber()) {
                usage = new Answer.Usage(
                        counted.path("promptTokenCount").asInt(),
                        counted.path("cachedContentTokenCount").asInt(0),
                        counted.path("candidatesTokenCount").asInt(0)
                                + counted.path("thoughtsTokenCount").asInt(0));
            }
            JsonNode candidate = piece.path("candidates").path(0);
            reason = candidate.path("finishReason").asString(reason);
            for (JsonNode part : candidate.path("content").path("parts")) {
                if (!part.path("thought").asBoolean(false)
                        && !words.add(part.path("text").asString(""))) {
                    return false;
                }
            }
            return true;
        }

        private Answer.Finish finish() throws ModelFailed {
            return switch (reason) {
                case "STOP" -> Answer.Finish.END;
                case "MAX_TOKENS" -> Answer.Finish.LENGTH;
                case "SAFETY", "RECITATION", "BLOCKLIST", "PROHIBITED_CONTENT", "SPII", "LANGUAGE", "ESCALATION" ->
                    Answer.Finish.REFUSED;
                default -> throw line.garbled(); // it meant to call a tool, or lost its thread
            };
        }
    }
}
