package org.sellmeapen.ai.groq;

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
 * Groq, by its chat completions. Only some of its models are held to a schema; for the others the option {@code shape} asks
 * in other ways. The usage comes unasked, in a field of its own.
 */
public final class GroqLanguageModel implements LanguageModel {

    public static final String ID = "groq";
    public static final URI BASE = URI.create("https://api.groq.com/openai/v1");

    private final ChatCompletions chat;

    /** @param options {@code shape}: {@code schema}, {@code object} or {@code words}; {@code effort}: how long a model may reason */
    public GroqLanguageModel(Way way, URI base, Secret key, String model, Map<String, String> options) {
        String effort = options.getOrDefault("effort", "");
        this.chat = new ChatCompletions(
                new Line(ID, way, base, key),
                model,
                new ChatCompletions.Accent(
                        "/v1",
                        "max_completion_tokens",
                        false,
                        "seed",
                        ChatCompletions.Shape.named(options.getOrDefault("shape", ""), ChatCompletions.Shape.SCHEMA),
                        true),
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
