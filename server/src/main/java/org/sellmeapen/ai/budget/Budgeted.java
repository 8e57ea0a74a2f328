package org.sellmeapen.ai.budget;

import org.sellmeapen.ai.Answer;
import org.sellmeapen.ai.AnswerSink;
import org.sellmeapen.ai.LanguageModel;
import org.sellmeapen.ai.ModelFailed;
import org.sellmeapen.ai.Prompt;

/** Spends no more than a month's cap: reserves the most that an answer can cost, and settles what it did. */
public final class Budgeted implements LanguageModel {

    private final LanguageModel model;
    private final Price price;
    private final Purse purse;

    public Budgeted(LanguageModel model, Price price, Purse purse) {
        this.model = model;
        this.price = price;
        this.purse = purse;
    }

    @Override
    public String id() {
        return model.id();
    }

    @Override
    public Answer answer(Prompt prompt, AnswerSink sink) throws ModelFailed, InterruptedException {
        long reserved = price.most(prompt);
        if (!purse.reserve(reserved)) {
            throw ModelFailed.lasting(id(), "budget-spent");
        }
        long[] characters = {0};
        SpendBook.Settled cost = null;
        try {
            Answer answer = model.answer(prompt, more -> {
                characters[0] += more.length();
                sink.words(more);
            });
            Answer.Usage usage = answer.usage();
            cost = usage.isKnown()
                    ? new SpendBook.Settled(price.micros(usage), 1, usage.inputTokens(), usage.outputTokens())
                    : new SpendBook.Settled(price.about(prompt, characters[0]), 1, 0, 0);
            return answer;
        } finally {
            if (cost == null) {
                // Vendors ask no money for what they refused, and all of it for what somebody broke off.
                cost = characters[0] == 0
                        ? SpendBook.Settled.NOTHING
                        : new SpendBook.Settled(price.about(prompt, characters[0]), 1, 0, 0);
            }
            purse.settle(reserved, cost);
        }
    }
}
