package org.sellmeapen.ai.wrappers;

import java.util.random.RandomGenerator;
import org.sellmeapen.ai.Answer;
import org.sellmeapen.ai.AnswerSink;
import org.sellmeapen.ai.LanguageModel;
import org.sellmeapen.ai.ModelFailed;
import org.sellmeapen.ai.Prompt;
import org.sellmeapen.ai.Timing;

/** Asks again by the vendor's own rules, and only before the first word. */
public final class Retrying implements LanguageModel {

    private final LanguageModel model;
    private final Retries retries;

    public Retrying(LanguageModel model, Patience patience, Timing timing, RandomGenerator chance) {
        this.model = model;
        this.retries = new Retries(patience, timing, chance);
    }

    @Override
    public String id() {
        return model.id();
    }

    @Override
    public Answer answer(Prompt prompt, AnswerSink sink) throws ModelFailed, InterruptedException {
        Told told = new Told(sink);
        return retries.of(() -> model.answer(prompt, told), told::began);
    }
}
