package org.sellmeapen.ai.deepseek;

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
 * DeepSeek, by its chat completions. It promises some JSON object but holds to no schema, so the schema stands in the prompt;
 * it has no seed. Its models think before they answer unless they are told not to, which a conversation can hardly wait for.
 */
public final class DeepSeekLanguageModel implements LanguageModel {

    public static final String ID = "deepseek";
    public static final URI BASE = URI.create("https://api.deepseek.com");

    private final ChatCompletions chat;

    /** @param options {@code effort}: {@code none} for no thought at all, else how much of it */
    public DeepSeekLanguageModel(Way way, URI base, Secret key, String model, Map<String, String> options) {
        String effort = options.getOrDefault("effort", "");
        this.chat = new ChatCompletions(
                new Line(ID, way, base, key),
                model,
                new ChatCompletions.Accent("/v1", "max_tokens", true, null, ChatCompletions.Shape.OBJECT, false),
                body -> {
                    if (effort.equals("none")) {
                        body.putObject("thinking").put("type", "disabled");
                    } else if (!effort.isEmpty()) {
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
