package org.sellmeapen.ai.wire;

import java.net.http.HttpRequest;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.sellmeapen.ai.Embedded;
import org.sellmeapen.ai.ModelFailed;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Embeddings as OpenAI makes them and half the trade with it. Thread-safe. */
public final class FamilyEmbeddings {

    private final Line line;
    private final String version;
    private final String model;
    private final Consumer<ObjectNode> own;
    private final Function<HttpRequest.Builder, HttpRequest> key;

    /**
     * @param own adds what this vendor has otherwise
     * @param key says who asks
     */
    public FamilyEmbeddings(
            Line line,
            String version,
            String model,
            Consumer<ObjectNode> own,
            Function<HttpRequest.Builder, HttpRequest> key) {
        this.line = line;
        this.version = version;
        this.model = model;
        this.own = own;
        this.key = key;
    }

    /** As {@link org.sellmeapen.ai.EmbeddingModel#embed}. */
    public Embedded embed(List<String> texts) throws ModelFailed, InterruptedException {
        Vectors.check(texts);
        ObjectNode body = Json.object().put("model", model);
        texts.forEach(body.putArray("input")::add);
        own.accept(body);
        Vectors vectors = new Vectors(line, texts.size());
        int place = 0;
        JsonNode answer = line.read(key.apply(line.post(line.at(version, "/embeddings"), body)));
        for (JsonNode one : answer.path("data")) {
            vectors.put(one.path("index").asInt(place), one.path("embedding"));
            place++;
        }
        return new Embedded(
                vectors.all(), answer.path("usage").path("prompt_tokens").asInt(-1));
    }
}
