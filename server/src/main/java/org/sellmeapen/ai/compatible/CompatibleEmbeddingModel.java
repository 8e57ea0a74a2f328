package org.sellmeapen.ai.compatible;

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

/** Embeddings of any server that makes them as OpenAI does. */
public final class CompatibleEmbeddingModel implements EmbeddingModel {

    private final String model;
    private final FamilyEmbeddings embeddings;

    /** @param options none */
    public CompatibleEmbeddingModel(Way way, URI base, Secret key, String model, Map<String, String> options) {
        Line line = new Line(CompatibleServer.ID, way, base, key);
        this.model = model;
        this.embeddings = new FamilyEmbeddings(line, "/v1", model, _ -> {}, line::bearing);
    }

    @Override
    public String id() {
        return CompatibleServer.ID;
    }

    @Override
    public String model() {
        return CompatibleServer.ID + "/" + model;
    }

    @Override
    public Embedded embed(List<String> texts) throws ModelFailed, InterruptedException {
        return embeddings.embed(texts);
    }
}
