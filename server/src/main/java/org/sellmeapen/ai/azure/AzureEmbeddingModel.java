package org.sellmeapen.ai.azure;

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

/** Embeddings of OpenAI models in Azure; the model is the name of the deployment. */
public final class AzureEmbeddingModel implements EmbeddingModel {

    private final String model;
    private final FamilyEmbeddings embeddings;

    /** @param options none */
    public AzureEmbeddingModel(Way way, URI base, Secret key, String model, Map<String, String> options) {
        Line line = new Line(AzureLanguageModel.ID, way, base, key);
        this.model = model;
        this.embeddings = new FamilyEmbeddings(
                line,
                "/openai/v1",
                model,
                body -> body.put("encoding_format", "float"),
                request -> request.header("api-key", key.value()).build());
    }

    @Override
    public String id() {
        return AzureLanguageModel.ID;
    }

    @Override
    public String model() {
        return AzureLanguageModel.ID + "/" + model;
    }

    @Override
    public Embedded embed(List<String> texts) throws ModelFailed, InterruptedException {
        return embeddings.embed(texts);
    }
}
