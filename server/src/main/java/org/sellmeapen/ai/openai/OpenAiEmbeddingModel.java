package org.sellmeapen.ai.openai;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.sellmeapen.ai.Embedded;
import org.sellmeapen.ai.EmbeddingModel;
import org.sellmeapen.ai.ModelFailed;
import org.sellmeapen.ai.wire.FamilyEmbeddings;
import org.sellmeapen.ai.wire.Line;
import org.sellmeapen.connections.Secret;
import org.sellmeapen.connections.Way;

/** OpenAI's embeddings. */
public final class OpenAiEmbeddingModel implements EmbeddingModel {

    private final String model;
    private final FamilyEmbeddings embeddings;

    /** @param options none */
    public OpenAiEmbeddingModel(Way way, URI base, Secret key, String model, Map<String, String> options) {
        Line line = new Line(OpenAiLanguageModel.ID, way, base, key);
        this.model = model;
        this.embeddings =
                new FamilyEmbeddings(line, "/v1", model, body -> body.put("encoding_format", "float"), line::bearing);
    }

    @Override
    public String id() {
        return OpenAiLanguageModel.ID;
    }

    @Override
    public String model() {
        return OpenAiLanguageModel.ID + "/" + model;
    }

    @Override
    public Embedded embed(List<String> texts) throws ModelFailed, InterruptedException {
        return embeddings.embed(texts);
    }
}
