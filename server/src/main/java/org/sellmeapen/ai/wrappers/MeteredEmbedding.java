package org.sellmeapen.ai.wrappers;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.sellmeapen.ai.Answer;
import org.sellmeapen.ai.Embedded;
import org.sellmeapen.ai.EmbeddingModel;
import org.sellmeapen.ai.ModelFailed;
import org.sellmeapen.connections.Purpose;

/** As {@link Metered}, for what texts mean. */
public final class MeteredEmbedding implements EmbeddingModel {

    private final EmbeddingModel model;
    private final ModelMeters meters;
    private final Clock clock;

    public MeteredEmbedding(EmbeddingModel model, ModelMeters meters, Clock clock) {
        this.model = model;
        this.meters = meters;
        this.clock = clock;
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
        Instant begun = clock.instant();
        String outcome = "cancelled";
        try {
            Embedded embedded = model.embed(texts);
            outcome = "answered";
            meters.took(Purpose.EMBED, id(), "whole", Duration.between(begun, clock.instant()));
            meters.used(Purpose.EMBED, id(), new Answer.Usage(embedded.inputTokens(), 0, 0));
            return embedded;
        } catch (ModelFailed failed) {
            outcome = failed.code();
            throw failed;
        } finally {
            meters.ended(Purpose.EMBED, id(), outcome);
        }
    }
}
