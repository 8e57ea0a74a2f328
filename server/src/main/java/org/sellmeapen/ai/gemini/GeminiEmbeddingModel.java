package org.sellmeapen.ai.gemini;

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
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Gemini's embeddings. Shortened ones do not come scaled; here they are. */
public final class GeminiEmbeddingModel implements EmbeddingModel {

    private final Line line;
    private final String model;

    /** @param options none */
    public GeminiEmbeddingModel(Way way, URI base, Secret key, String model, Map<String, String> options) {
        this.line = new Line(GeminiLanguageModel.ID, way, base, key);
        this.model = GeminiLanguageModel.plain(model);
    }

    @Override
    public String id() {
        return GeminiLanguageModel.ID;
    }

    @Override
    public String model() {
        return id() + "/" + model;
    }

    @Override
    public Embedded embed(List<String> texts) throws ModelFailed, InterruptedException {
        Vectors.check(texts);
        ObjectNode body = Json.object();
        ArrayNode requests = body.putArray("requests");
        for (String text : texts) {
            requests.addObject()
                    .put("model", "models/" + model)
                    .putObject("content")
                    .putArray("parts")
                    .addObject()
                    .put("text", text);
        }
        URI address = line.at(GeminiLanguageModel.VERSION, GeminiLanguageModel.inPath(model) + ":batchEmbedContents");
        Vectors vectors = new Vectors(line, texts.size());
        int place = 0;
        JsonNode answer = line.read(GeminiLanguageModel.asking(line, line.post(address, body)));
        for (JsonNode one : answer.path("embeddings")) {
            vectors.put(place++, one.path("values"));
        }
        return new Embedded(
                vectors.all(), answer.at("/usageMetadata/promptTokenCount").asInt(-1));
    }
}
