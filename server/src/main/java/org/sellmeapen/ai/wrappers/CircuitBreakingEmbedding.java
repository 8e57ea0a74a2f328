package org.sellmeapen.ai.wrappers;

import java.util.List;
import org.sellmeapen.ai.Embedded;
import org.sellmeapen.ai.EmbeddingModel;
import org.sellmeapen.ai.ModelFailed;

/** As {@link CircuitBreaking}, for what texts mean. */
public final class CircuitBreakingEmbedding implements EmbeddingModel {

    private final EmbeddingModel model;
    private final Breaker breaker;

    public CircuitBreakingEmbedding(EmbeddingModel model, Breaker breaker) {
        this.model = model;
        this.breaker = breaker;
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
        return breaker.guard(() -> model.embed(texts));
    }
}
