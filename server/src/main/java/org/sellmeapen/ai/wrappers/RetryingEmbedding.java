package org.sellmeapen.ai.wrappers;

import java.util.List;
import java.util.random.RandomGenerator;
import org.sellmeapen.ai.Embedded;
import org.sellmeapen.ai.EmbeddingModel;
import org.sellmeapen.ai.ModelFailed;
import org.sellmeapen.ai.Timing;

/** As {@link Retrying}, for what texts mean; of that nobody hears a part. */
public final class RetryingEmbedding implements EmbeddingModel {

    private final EmbeddingModel model;
    private final Retries retries;

    public RetryingEmbedding(EmbeddingModel model, Patience patience, Timing timing, RandomGenerator chance) {
        this.model = model;
        this.retries = new Retries(patience, timing, chance);
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
        return retries.of(() -> model.embed(texts), () -> false);
    }
}
