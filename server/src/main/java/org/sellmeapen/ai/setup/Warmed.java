package org.sellmeapen.ai.setup;

import org.jspecify.annotations.Nullable;
import org.sellmeapen.ai.Answer;
import org.sellmeapen.ai.AnswerSink;
import org.sellmeapen.ai.LanguageModel;
import org.sellmeapen.ai.ModelFailed;
import org.sellmeapen.ai.Prompt;

/**
 * Asks at the temperature that was settled for it, where whoever asks has no wish of their own.
 *
 * @param setting named with each answer
 */
record Warmed(
        LanguageModel model,
        @Nullable Double temperature,
        @Nullable String setting) implements LanguageModel {

    @Override
    public String id() {
        return model.id();
    }

    @Override
    public Answer answer(Prompt prompt, AnswerSink sink) throws ModelFailed, InterruptedException {
        boolean ours = temperature != null && prompt.temperature() == null;
        return model.answer(ours ? prompt.at(temperature, prompt.seed()) : prompt, sink)
                .asSetUp(setting);
    }
}
