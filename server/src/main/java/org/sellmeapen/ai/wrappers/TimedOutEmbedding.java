package org.sellmeapen.ai.wrappers;

import java.time.Duration;
import java.util.List;
import org.sellmeapen.ai.Embedded;
import org.sellmeapen.ai.EmbeddingModel;
import org.sellmeapen.ai.ModelFailed;
import org.sellmeapen.ai.Timing;

/** As {@link TimedOut}: it comes in one piece, which has its time. */
public final class TimedOutEmbedding implements EmbeddingModel {

    private final EmbeddingModel model;
    private final Duration whole;
    private final Timing timing;

    public TimedOutEmbedding(EmbeddingModel model, Duration whole, Timing timing) {
        this.model = model;
        this.whole = whole;
        this.timing = timing;
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
        return Deadline.keep(id(), timing, whole, whole, _ -> model.embed(texts));
    }
}
