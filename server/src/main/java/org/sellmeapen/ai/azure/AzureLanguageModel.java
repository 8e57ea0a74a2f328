package org.sellmeapen.ai.azure;

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
 * OpenAI models in Azure, by the interface that needs no version: the base ends with {@code /openai/v1}, the model is the
 * name of the deployment. Whether a deployment reasons cannot be seen from its name; leave the temperature out for one that
 * does.
 */
public final class AzureLanguageModel implements LanguageModel {

    public static final String ID = "azure";

    private final ChatCompletions chat;

    /** @param options {@code effort}: how long a model that reasons may */
    public AzureLanguageModel(Way way, URI base, Secret key, String model, Map<String, String> options) {
        String effort = options.getOrDefault("effort", "");
        Line line = new Line(ID, way, base, key);
        this.chat = new ChatCompletions(
                line,
                model,
                new ChatCompletions.Accent(
                        "/openai/v1", "max_completion_tokens", true, "seed", ChatCompletions.Shape.SCHEMA, true),
                body -> {
                    if (!effort.isEmpty()) {
                        body.put("reasoning_effort", effort);
                    }
                },
                request -> request.header("api-key", key.value()));
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
