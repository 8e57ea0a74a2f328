package org.sellmeapen.ai.wrappers;

import org.sellmeapen.ai.Answer;
import org.sellmeapen.ai.AnswerSink;
import org.sellmeapen.ai.LanguageModel;
import org.sellmeapen.ai.ModelFailed;
import org.sellmeapen.ai.Prompt;

/** Leaves a vendor alone that is in trouble: fails at once instead, with the same code. */
public final class CircuitBreaking implements LanguageModel {

    private final LanguageModel model;
    private final Breaker breaker;

    public CircuitBreaking(LanguageModel model, Breaker breaker) {
        this.model = model;
        this.breaker = breaker;
    }

    @Override
    public String id() {
        return model.id();
    }

    @Override
    public Answer answer(Prompt prompt, AnswerSink sink) throws ModelFailed, InterruptedException {
        return breaker.guard(() -> model.answer(prompt, sink));
    }
}
