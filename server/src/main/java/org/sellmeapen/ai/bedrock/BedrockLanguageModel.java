package org.sellmeapen.ai.bedrock;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sellmeapen.ai.Answer;
import org.sellmeapen.ai.AnswerSink;
import org.sellmeapen.ai.LanguageModel;
import org.sellmeapen.ai.ModelFailed;
import org.sellmeapen.ai.Prompt;
import org.sellmeapen.ai.wire.ChatCompletions;
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
 * Models in AWS Bedrock, by Converse, which speaks to all of them alike. It has no seed. Not all of its models are held to a
 * schema: for the others the option {@code shape} asks for JSON in the prompt.
 */
public final class BedrockLanguageModel implements LanguageModel {

    public static final String ID = "bedrock";
    private static final Pattern HOST = Pattern.compile("bedrock-runtime(?:-fips)?\\.([a-z0-9-]+)\\..*");

    private final Line line;
    private final Signature signature;
    private final InstantSource clock;
    private final String model;
    private final boolean inWords;

    /**
     * @param base such as {@code https://bedrock-runtime.eu-central-1.amazonaws.com}
     * @param key {@code id:secret}, or {@code id:secret:token} of a session
     * @param model or the id of an inference profile
     * @param options {@code region}, where the base does not say it; {@code shape}: {@code schema} or {@code words}
     */
    public BedrockLanguageModel(
            Way way, URI base, Secret key, String model, Map<String, String> options, InstantSource clock) {
        this.line = new Line(ID, way, base, key);
        this.signature = signature(base, key, options);
        this.clock = clock;
        this.model = model;
        this.inWords = options.getOrDefault("shape", "schema").equals("words");
    }

    static Signature signature(URI base, Secret key, Map<String, String> options) {
        String named = options.getOrDefault("region", "");
        Matcher host = HOST.matcher(String.valueOf(base.getHost()));
        String region = !named.isEmpty() ? named : host.matches() ? host.group(1) : "us-east-1";
        return new Signature(key, region, "bedrock");
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Answer answer(Prompt prompt, AnswerSink sink) throws ModelFailed, InterruptedException {
        URI address = line.at("", "/model/" + Signature.encoded(model) + "/converse-stream");
        byte[] body = Json.text(body(prompt)).getBytes(StandardCharsets.UTF_8);
        HttpRequest.Builder request = line.post(address, body).header("Accept", "application/vnd.amazon.eventstream");
        signature.of("POST", address, body, clock.instant()).forEach(request::header);
        boolean merelyAsked = inWords && prompt.schema() != null;
        Words words = merelyAsked ? Words.ofObject(sink, prompt) : Words.to(sink, prompt);
        try (Incoming incoming = line.open(request.build())) {
            return read(new EventStream(incoming, line), incoming, words);
        }
    }

    private Answer read(EventStream stream, Incoming incoming, Words words) throws ModelFailed, InterruptedException {
        incoming.notOf("text/html");
        String reason = "";
        for (EventStream.Message message = stream.next(); message != null; message = stream.next()) {
            if (!message.header(":message-type").equals("event")) {
                throw failed(message);
            }
            JsonNode payload = incoming.json(message.payload());
            switch (message.header(":event-type")) {
                case "contentBlockDelta" -> {
                    if (!words.add(payload.path("delta").path("text").asString(""))) {
                        return whole(words, Answer.Finish.STOP, Answer.Usage.UNKNOWN);
                    }
                }
                case "messageStop" -> reason = payload.path("stopReason").asString("end_turn");
                case "metadata" -> {
                    incoming.whole();
                    return whole(words, finish(reason), usage(payload.path("usage")));
                }
                default -> {
                    // beginnings and ends of blocks, and events that are not known yet
                }
            }
        }
        if (reason.isEmpty()) {
            throw line.cutOff();
        }
        return whole(words, finish(reason), Answer.Usage.UNKNOWN);
    }

    private ModelFailed failed(EventStream.Message message) {
        ObjectNode error = Json.object();
        String type = message.header(":exception-type") + message.header(":error-code");
        String said = message.header(":error-message");
        try {
            said = said.isEmpty() ? Json.read(message.payload()).path("message").asString("") : said;
        } catch (java.io.IOException _) {
            said = ""; // it failed anyway
        }
        error.putObject("error").put("type", type).put("message", said);
        return line.failedMidway(error);
    }

    private ObjectNode body(Prompt prompt) {
        ObjectNode body = Json.object();
        ArrayNode messages = body.putArray("messages");
        for (Prompt.Message message : prompt.messages()) {
            messages.addObject()
                    .put("role", message.role() == Prompt.Role.USER ? "user" : "assistant")
                    .putArray("content")
                    .addObject()
                    .put("text", message.text());
        }
        Prompt.Schema schema = prompt.schema();
        String system = schema != null && inWords ? ChatCompletions.asking(prompt.system(), schema) : prompt.system();
        if (!system.isEmpty()) {
            body.putArray("system").addObject().put("text", system);
        }
        ObjectNode config = body.putObject("inferenceConfig").put("maxTokens", prompt.mostTokens());
        if (prompt.temperature() != null) {
            config.put("temperature", Math.min(1, prompt.temperature()));
        }
        if (!prompt.stop().isEmpty()) {
            prompt.stop().forEach(config.putArray("stopSequences")::add);
        }
        if (schema != null && !inWords) {
            body.putObject("outputConfig")
                    .putObject("textFormat")
                    .put("type", "json_schema")
                    .putObject("structure")
                    .putObject("jsonSchema")
                    .put("name", schema.name())
                    .put("schema", schema.json());
        }
        return body;
    }

    private Answer.Finish finish(String reason) throws ModelFailed {
        return switch (reason) {
            case "max_tokens", "model_context_window_exceeded" -> Answer.Finish.LENGTH;
            case "stop_sequence" -> Answer.Finish.STOP;
            case "guardrail_intervened", "content_filtered" -> Answer.Finish.REFUSED;
            case "malformed_model_output", "malformed_tool_use" -> throw line.garbled();
            default -> Answer.Finish.END;
        };
    }

    private static Answer.Usage usage(JsonNode usage) {
        int cached = usage.path("cacheReadInputTokens").asInt(0);
        return usage.path("inputTokens").isNumber()
                ? new Answer.Usage(
                        usage.path("inputTokens").asInt()
                                + cached
                                + usage.path("cacheWriteInputTokens").asInt(0),
                        cached,
                        usage.path("outputTokens").asInt(0))
                : Answer.Usage.UNKNOWN;
    }

    private Answer whole(Words words, Answer.Finish finish, Answer.Usage usage) {
        String text = words.end();
        return new Answer(text, words.isStopped() ? Answer.Finish.STOP : finish, usage, ID, model);
    }
}
