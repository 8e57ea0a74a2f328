package org.sellmeapen.ai.compatible;

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
 * Any server that speaks OpenAI's chat completions, such as vLLM, LM Studio and llama.cpp. They enforce a schema; for one
 * that does not, the option {@code shape} asks for JSON in the prompt instead.
 */
public final class CompatibleLanguageModel implements LanguageModel {

    private final ChatCompletions chat;

    /** @param options {@code shape}: {@code schema}, {@code object} or {@code words} */
    public CompatibleLanguageModel(Way way, URI base, Secret key, String model, Map<String, String> options) {
        this.chat = new ChatCompletions(
                new Line(CompatibleServer.ID, way, base, key),
                model,
                ChatCompletions.Accent.PLAIN.shaped(
                        ChatCompletions.Shape.named(options.getOrDefault("shape", ""), ChatCompletions.Shape.SCHEMA)),
                _ -> {});
    }

    @Override
    public String id() {
        return CompatibleServer.ID;
    }

    @Override
    public Answer answer(Prompt prompt, AnswerSink sink) throws ModelFailed, InterruptedException {
        return chat.answer(prompt, sink);
    }
}
