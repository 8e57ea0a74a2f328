package org.sellmeapen.ai.mistral;

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
 * Mistral, by its chat completions. The seed has a name of its own, the usage comes unasked, and models that think answer in
 * blocks.
 */
public final class MistralLanguageModel implements LanguageModel {

    public static final String ID = "mistral";
    public static final URI BASE = URI.create("https://api.mistral.ai/v1");

    private final ChatCompletions chat;

    /** @param options {@code effort}: {@code high} or {@code none}, of models that can reason */
    public MistralLanguageModel(Way way, URI base, Secret key, String model, Map<String, String> options) {
        String effort = options.getOrDefault("effort", "");
        this.chat = new ChatCompletions(
                new Line(ID, way, base, key),
                model,
                new ChatCompletions.Accent(
                        "/v1", "max_tokens", false, "random_seed", ChatCompletions.Shape.SCHEMA, true),
                body -> {
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
