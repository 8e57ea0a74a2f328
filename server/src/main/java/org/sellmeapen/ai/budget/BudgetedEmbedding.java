package org.sellmeapen.ai.budget;

import java.util.List;
import org.sellmeapen.ai.Answer;
import org.sellmeapen.ai.Embedded;
import org.sellmeapen.ai.EmbeddingModel;
import org.sellmeapen.ai.ModelFailed;

/** As {@link Budgeted}, for what texts mean. */
public final class BudgetedEmbedding implements EmbeddingModel {

    private final EmbeddingModel model;
    private final Price price;
    private final Purse purse;

    public BudgetedEmbedding(EmbeddingModel model, Price price, Purse purse) {
        this.model = model;
        this.price = price;
        this.purse = purse;
    }

    @Override
    public String id() {
        return model.id();
    }

    @Override
    public String model() {
        return model.model();
    }

    @Override
    public Embedded embed(List<String> texts) throws ModelFailed, InterruptedException {
        long reserved = price.most(texts);
        if (!purse.reserve(reserved)) {
            throw ModelFailed.lasting(id(), "budget-spent");
        }
        // Vendors ask no money for what they refused.
        SpendBook.Settled cost = SpendBook.Settled.NOTHING;
        try {
            Embedded embedded = model.embed(texts);
            int tokens = embedded.inputTokens();
            cost = embedded.isCounted()
                    ? new SpendBook.Settled(price.micros(new Answer.Usage(tokens, 0, 0)), 1, tokens, 0)
                    : new SpendBook.Settled(reserved, 1, 0, 0);
            return embedded;
        } finally {
            purse.settle(reserved, cost);
        }
    }
}
