package org.sellmeapen.ai.openai;

import java.net.URI;
import java.util.Map;
import java.util.regex.Pattern;
import org.sellmeapen.ai.Answer;
import org.sellmeapen.ai.AnswerSink;
import org.sellmeapen.ai.LanguageModel;
import org.sellmeapen.ai.ModelFailed;
import org.sellmeapen.ai.Prompt;
import org.sellmeapen.ai.wire.ChatCompletions;
import org.sellmeapen.ai.wire.Line;
import org.sellmeapen.ai.wire.Thinking;
import org.sellmeapen.connections.Secret;
import org.sellmeapen.connections.Way;

/** OpenAI, by its Responses, or by its chat completions where an administrator prefers them. Nothing is stored there. */
public final class OpenAiLanguageModel implements LanguageModel {

    public static final String ID = "openai";
    public static final URI BASE = URI.create("https://api.openai.com/v1");

    /** These think first and take neither a temperature nor stops. */
    private static final Pattern REASONS = Pattern.compile("(o\\d|gpt-5(?!-chat)|gpt-[6-9]).*");

    private static final String MOST = "max_completion_tokens";

    private interface Manner {
        Answer answer(Prompt prompt, AnswerSink sink) throws ModelFailed, InterruptedException;
    }

    private final Manner manner;

    /** @param options {@code api}: {@code responses} or {@code chat}; {@code effort}: how long a model that reasons may */
    public OpenAiLanguageModel(Way way, URI base, Secret key, String model, Map<String, String> options) {
        Line line = new Line(ID, way, base, key);
        String effort = options.getOrDefault("effort", "");
        boolean reasons = REASONS.matcher(model).matches();
        if (options.getOrDefault("api", "responses").equals("chat")) {
            ChatCompletions chat = new ChatCompletions(
                    line,
                    model,
                    new ChatCompletions.Accent("/v1", MOST, true, "seed", ChatCompletions.Shape.SCHEMA, true),
                    body -> {
                        body.put("store", false);
                        if (reasons) {
                            body.remove("temperature");
                            body.remove("stop");
                            body.put(MOST, body.path(MOST).asInt() + Thinking.room(true, effort));
                        }
                        if (!effort.isEmpty()) {
                            body.put("reasoning_effort", effort);
                        }
                    });
            this.manner = chat::answer;
        } else {
            this.manner = new Responses(line, model, reasons, effort)::answer;
        }
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Answer answer(Prompt prompt, AnswerSink sink) throws ModelFailed, InterruptedException {
        return manner.answer(prompt, sink);
    }
}
