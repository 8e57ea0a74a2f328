package org.sellmeapen.ai.budget;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.ai.Answer;
import org.sellmeapen.ai.AnswerSink;
import org.sellmeapen.ai.LanguageModel;
import org.sellmeapen.ai.ModelFailed;
import org.sellmeapen.ai.Prompt;

/** Writes on each answer what it cost, so that whoever keeps the answer can keep that too. */
public final class Priced implements LanguageModel {

    private final LanguageModel model;
    private final Price price;
    private final @Nullable LocalDate asOf;

    /** @param asOf of the list; absent for an organisation's own price */
    public Priced(LanguageModel model, Price price, @Nullable LocalDate asOf) {
        this.model = model;
        this.price = price;
        this.asOf = asOf;
    }

    @Override
    public String id() {
        return model.id();
    }

    @Override
    public Answer answer(Prompt prompt, AnswerSink sink) throws ModelFailed, InterruptedException {
        Answer answer = model.answer(prompt, sink);
        Answer.Usage usage = answer.usage();
        return usage.isKnown() ? answer.costing(new Answer.Cost(price.micros(usage), asOf)) : answer;
    }
}
