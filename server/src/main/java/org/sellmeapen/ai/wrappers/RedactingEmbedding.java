package org.sellmeapen.ai.wrappers;

import java.util.List;
import java.util.function.Supplier;
import org.sellmeapen.ai.Embedded;
import org.sellmeapen.ai.EmbeddingModel;
import org.sellmeapen.ai.ModelFailed;
import org.sellmeapen.privacy.Redactor;

/**
 * Takes personal data out of texts before anybody says what they mean. Nothing comes back, so it is left at what kind of thing
 * stood there: a passage and a question about the same person are then still alike. Such vectors must not be compared with those
 * of whole texts, which is why they carry another name.
 */
public final class RedactingEmbedding implements EmbeddingModel {

    private static final String NAMED = "+redacted";

    private final EmbeddingModel model;
    private final Supplier<Redactor> redactor;

    public RedactingEmbedding(EmbeddingModel model, Supplier<Redactor> redactor) {
        this.model = model;
        this.redactor = redactor;
    }

    @Override
    public String id() {
        return model.id();
    }

    @Override
    public String model() {
        return model.model() + NAMED;
    }

    @Override
    public Embedded embed(List<String> texts) throws ModelFailed, InterruptedException {
        Redactor out = redactor.get();
        return model.embed(texts.stream().map(out::blotted).toList());
    }
}
