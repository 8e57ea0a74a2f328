package org.sellmeapen.ai.ollama;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.sellmeapen.ai.Embedded;
import org.sellmeapen.ai.EmbeddingModel;
import org.sellmeapen.ai.ModelFailed;
import org.sellmeapen.ai.wire.Json;
import org.sellmeapen.ai.wire.Line;
import org.sellmeapen.ai.wire.Vectors;
import org.sellmeapen.connections.Secret;
import org.sellmeapen.connections.Way;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Ollama's embeddings. */
public final class OllamaEmbeddingModel implements EmbeddingModel {

    private final Line line;
    private final String model;

    /** @param options none */
    public OllamaEmbeddingModel(Way way, URI base, Secret key, String model, Map<String, String> options) {
        this.line = new Line(OllamaLanguageModel.ID, way, base, key);
        this.model = model;
    }

    @Override
    public String id() {
        return OllamaLanguageModel.ID;
    }

    @Override
    public String model() {
        return id() + "/" + model;
    }

    @Override
    public Embedded embed(List<String> texts) throws ModelFailed, InterruptedException {
        Vectors.check(texts);
        ObjectNode body = Json.object().put("model", model);
        texts.forEach(body.putArray("input")::add);
        Vectors vectors = new Vectors(line, texts.size());
        int place = 0;
        JsonNode answer = line.read(line.bearing(line.post(line.at("/api", "/embed"), body)));
        for (JsonNode one : answer.path("embeddings")) {
            vectors.put(place++, one);
        }
        return new Embedded(vectors.all(), answer.path("prompt_eval_count").asInt(-1));
    }
}
