package org.sellmeapen.ai.ollama;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Map;
import org.sellmeapen.ai.Answer;
import org.sellmeapen.ai.AnswerSink;
import org.sellmeapen.ai.LanguageModel;
import org.sellmeapen.ai.ModelFailed;
import org.sellmeapen.ai.Prompt;
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
 * Ollama, by its own interface: a line of JSON a piece. It cuts the beginning off a prompt that is longer than the window it
 * was started with, and says nothing; so a window is asked for that holds the prompt, in few sizes, since each loads anew.
 */
public final class OllamaLanguageModel implements LanguageModel {

    public static final String ID = "ollama";
    public static final URI BASE = URI.create("http://localhost:11434");

    private static final int USUAL_WINDOW = 4_096;
    private static final int LARGEST_WINDOW = 131_072;

    /** Fewer characters make a token in no language that people rehearse in, but for those of East Asia. */
    private static final int CHARACTERS_A_TOKEN = 2;

    private final Line line;
    private final String model;
    private final String think;

    /** @param options {@code think}: {@code false} keeps a model that can think from it; some take how much */
    public OllamaLanguageModel(Way way, URI base, Secret key, String model, Map<String, String> options) {
        this.line = new Line(ID, way, base, key);
        this.model = model;
        this.think = options.getOrDefault("think", "");
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Answer answer(Prompt prompt, AnswerSink sink) throws ModelFailed, InterruptedException {
        HttpRequest request = line.bearing(line.post(line.at("/api", "/chat"), body(prompt)));
        Words words = Words.to(sink, prompt);
        try (Incoming incoming = line.open(request)) {
            for (JsonNode piece = incoming.lineOfJson(); piece != null; piece = incoming.lineOfJson()) {
                if (piece.has("error")) {
                    throw line.failedMidway(piece);
                }
                if (!words.add(piece.path("message").path("content").asString(""))) {
                    return whole(words, Answer.Finish.STOP, piece);
                }
                if (piece.path("done").asBoolean(false)) {
                    incoming.whole();
                    boolean cut = piece.path("done_reason").asString("").equals("length");
                    return whole(words, cut ? Answer.Finish.LENGTH : Answer.Finish.END, piece);
                }
            }
        }
        throw line.cutOff();
    }

    private ObjectNode body(Prompt prompt) {
        ObjectNode body = Json.object().put("model", model).put("stream", true);
        ArrayNode messages = body.putArray("messages");
        int characters = prompt.system().length();
        if (!prompt.system().isEmpty()) {
            messages.addObject().put("role", "system").put("content", prompt.system());
        }
        for (Prompt.Message message : prompt.messages()) {
            characters += message.text().length();
            messages.addObject()
                    .put("role", message.role() == Prompt.Role.USER ? "user" : "assistant")
                    .put("content", message.text());
        }
        if (think.equals("false") || think.equals("true")) {
            body.put("think", Boolean.parseBoolean(think));
        } else if (!think.isEmpty()) {
            body.put("think", think);
        }
        Prompt.Schema schema = prompt.schema();
        if (schema != null) {
            body.set("format", Json.shape(schema));
        }
        ObjectNode options = body.putObject("options").put("num_predict", prompt.mostTokens());
        if (prompt.temperature() != null) {
            options.put("temperature", prompt.temperature());
        }
        if (!prompt.stop().isEmpty()) {
            prompt.stop().forEach(options.putArray("stop")::add);
        }
        if (prompt.seed() != null) {
            options.put("seed", Math.floorMod(prompt.seed(), Integer.MAX_VALUE));
        }
        int needed = characters / CHARACTERS_A_TOKEN + prompt.mostTokens();
        if (needed > USUAL_WINDOW) {
            options.put("num_ctx", Math.min(LARGEST_WINDOW, Integer.highestOneBit(needed - 1) << 1));
        }
        return body;
    }

    private Answer whole(Words words, Answer.Finish finish, JsonNode last) {
        String text = words.end();
        Answer.Usage usage = last.path("prompt_eval_count").isNumber()
                ? new Answer.Usage(
                        last.path("prompt_eval_count").asInt(),
                        0,
                        last.path("eval_count").asInt(0))
                : Answer.Usage.UNKNOWN;
        return new Answer(
                text,
                words.isStopped() ? Answer.Finish.STOP : finish,
                usage,
                ID,
                last.path("model").asString(model));
    }
}
