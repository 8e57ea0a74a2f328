package org.sellmeapen.ai.xai;

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
 * xAI, by its chat completions. A wrong key is a bad request there, told from others by its words. Models that reason take no
 * stops; ours hold in any case.
 */
public final class XAiLanguageModel implements LanguageModel {

    public static final String ID = "xai";
    public static final URI BASE = URI.create("https://api.x.ai/v1");

    private final ChatCompletions chat;

    /** @param options {@code effort}: how long a model may reason, where it can be told */
    public XAiLanguageModel(Way way, URI base, Secret key, String model, Map<String, String> options) {
        String effort = options.getOrDefault("effort", "");
        this.chat = new ChatCompletions(
                new Line(ID, way, base, key),
                model,
                new ChatCompletions.Accent(
                        "/v1", "max_completion_tokens", true, "seed", ChatCompletions.Shape.SCHEMA, true),
                body -> {
                    body.remove("stop");
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
