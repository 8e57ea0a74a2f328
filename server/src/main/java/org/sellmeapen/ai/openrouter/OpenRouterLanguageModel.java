package org.sellmeapen.ai.openrouter;

import java.net.URI;
import java.util.Map;
import org.sellmeapen.ai.Answer;
import org.sellmeapen.ai.AnswerSink;
import org.sellmeapen.ai.LanguageModel;
import org.sellmeapen.ai.ModelFailed;
import org.sellmeapen.ai.Prompt;
import org.sellmeapen.ai.wire.ChatCompletions;
import org.sellmeapen.ai.wire.Line;
import org.sellmeapen.connections.Secret;
import org.sellmeapen.connections.Way;

/**
 * OpenRouter, which passes on to others. Those who would keep what they are sent are left out unless the option says
 * otherwise, and with a schema so are those who would not hold to it.
 */
public final class OpenRouterLanguageModel implements LanguageModel {

    public static final String ID = "openrouter";
    public static final URI BASE = URI.create("https://openrouter.ai/api/v1");

    private final ChatCompletions chat;

    /** @param options {@code data_collection}: {@code deny} or {@code allow}; {@code effort}: how long a model may reason */
    public OpenRouterLanguageModel(Way way, URI base, Secret key, String model, Map<String, String> options) {
        String collection = options.getOrDefault("data_collection", "deny").equals("allow") ? "allow" : "deny";
        String effort = options.getOrDefault("effort", "");
        this.chat = new ChatCompletions(
                new Line(ID, way, base, key),
                model,
                new ChatCompletions.Accent("/v1", "max_tokens", true, "seed", ChatCompletions.Shape.SCHEMA, true),
                body -> {
                    body.putObject("provider")
                            .put("data_collection", collection)
                            .put("require_parameters", body.has("response_format"));
                    if (!effort.isEmpty()) {
                        body.put("reasoning_effort", effort);
                    }
                });
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Answer answer(Prompt prompt, AnswerSink sink) throws ModelFailed, InterruptedException {
        return chat.answer(prompt, sink);
    }
}
