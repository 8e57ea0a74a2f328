package org.sellmeapen.ai.openai;

import java.net.http.HttpRequest;
import org.sellmeapen.ai.Answer;
import org.sellmeapen.ai.AnswerSink;
import org.sellmeapen.ai.ModelFailed;
import org.sellmeapen.ai.Prompt;
import org.sellmeapen.ai.wire.EventReader;
import org.sellmeapen.ai.wire.Incoming;
import org.sellmeapen.ai.wire.Json;
import org.sellmeapen.ai.wire.Line;
import org.sellmeapen.ai.wire.Thinking;
import org.sellmeapen.ai.wire.Words;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** OpenAI's Responses: typed events. They know neither stops nor seeds; the stops are ours, and a stopped answer goes uncounted. */
final class Responses {

    private final Line line;
    private final String model;
    private final boolean reasons;
    private final String effort;

    Responses(Line line, String model, boolean reasons, String effort) {
        this.line = line;
        this.model = model;
        this.reasons = reasons;
        this.effort = effort;
    }

    Answer answer(Prompt prompt, AnswerSink sink) throws ModelFailed, InterruptedException {
        HttpRequest request = line.bearing(
                line.post(line.at("/v1", "/responses"), body(prompt)).header("Accept", "text/event-stream"));
        Words words = Words.to(sink, prompt);
        boolean refused = false;
        try (Incoming incoming = line.open(request)) {
            for (EventReader.Event event = incoming.event(); event != null; event = incoming.event()) {
                if (event.data().isBlank()) {
                    continue;
                }
                JsonNode said = incoming.json(event);
                switch (said.path("type").asString(event.name())) {
                    case "response.output_text.delta", "response.refusal.delta" -> {
                        refused |= said.path("type").asString("").startsWith("response.refusal");
                        if (!words.add(said.path("delta").asString(""))) {
                            return whole(words, Answer.Finish.STOP, said);
                        }
                    }
                    case "response.completed" -> {
                        incoming.whole();
                        return whole(words, refused ? Answer.Finish.REFUSED : Answer.Finish.END, said.path("response"));
                    }
                    case "response.incomplete" -> {
                        incoming.whole();
                        JsonNode response = said.path("response");
                        String why = response.path("incomplete_details")
                                .path("reason")
                                .asString("");
                        return whole(
                                words,
                                why.equals("content_filter") ? Answer.Finish.REFUSED : Answer.Finish.LENGTH,
                                response);
                    }
                    case "response.failed" -> throw line.failedMidway(said.path("response"));
                    case "error" -> throw line.failedMidway(said);
                    default -> {
                        // steps on the way, and events that are not known yet
                    }
                }
            }
        }
        throw line.cutOff();
    }

    private ObjectNode body(Prompt prompt) {
        ObjectNode body = Json.object().put("model", model).put("stream", true).put("store", false);
        if (!prompt.system().isEmpty()) {
            body.put("instructions", prompt.system());
        }
        ArrayNode input = body.putArray("input");
        for (Prompt.Message message : prompt.messages()) {
            input.addObject()
                    .put("role", message.role() == Prompt.Role.USER ? "user" : "assistant")
                    .put("content", message.text());
        }
        body.put(
                "max_output_tokens",
                Math.max(16, prompt.mostTokens() + Thinking.room(reasons, effort))); // fewer are refused
        if (prompt.temperature() != null && !reasons) {
            body.put("temperature", prompt.temperature());
        }
        if (!effort.isEmpty()) {
            body.putObject("reasoning").put("effort", effort);
        }
        Prompt.Schema schema = prompt.schema();
        if (schema != null) {
            body.putObject("text")
                    .putObject("format")
                    .put("type", "json_schema")
                    .put("name", schema.name())
                    .put("strict", true)
                    .set("schema", Json.shape(schema));
        }
        return body;
    }

    private Answer whole(Words words, Answer.Finish finish, JsonNode response) {
        String text = words.end();
        JsonNode usage = response.path("usage");
        return new Answer(
                text,
                words.isStopped() ? Answer.Finish.STOP : finish,
                usage.path("input_tokens").isNumber()
                        ? new Answer.Usage(
                                usage.path("input_tokens").asInt(),
                                usage.path("input_tokens_details")
                                        .path("cached_tokens")
                                        .asInt(0),
                                usage.path("output_tokens").asInt(0))
                        : Answer.Usage.UNKNOWN,
                line.provider(),
                response.path("model").asString(model));
    }
}
