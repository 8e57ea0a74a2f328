package org.sellmeapen.ai.bedrock;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.sellmeapen.ai.Embedded;
import org.sellmeapen.ai.EmbeddingModel;
import org.sellmeapen.ai.ModelFailed;
import org.sellmeapen.ai.wire.Incoming;
import org.sellmeapen.ai.wire.Json;
import org.sellmeapen.ai.wire.Line;
import org.sellmeapen.ai.wire.Vectors;
import org.sellmeapen.connections.Secret;
import org.sellmeapen.connections.Way;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Embeddings in AWS Bedrock, by InvokeModel, where each maker has words of its own: Cohere's take all texts at once, Titan's one
 * at a time. Whose a model is stands in its name, behind the region of a profile too.
 */
public final class BedrockEmbeddingModel implements EmbeddingModel {

    private final Line line;
    private final Signature signature;
    private final InstantSource clock;
    private final String model;
    private final boolean cohere;

    /** As {@link BedrockLanguageModel}'s. */
    public BedrockEmbeddingModel(
            Way way, URI base, Secret key, String model, Map<String, String> options, InstantSource clock) {
        this.line = new Line(BedrockLanguageModel.ID, way, base, key);
        this.signature = BedrockLanguageModel.signature(base, key, options);
        this.clock = clock;
        this.model = model;
        this.cohere = model.contains("cohere.");
    }

    @Override
    public String id() {
        return BedrockLanguageModel.ID;
    }

    @Override
    public String model() {
        return id() + "/" + model;
    }

    @Override
    public Embedded embed(List<String> texts) throws ModelFailed, InterruptedException {
        Vectors.check(texts);
        Vectors vectors = new Vectors(line, texts.size());
        return cohere ? together(texts, vectors) : oneByOne(texts, vectors);
    }

    /** Questions are embedded as documents are: who asks here does not say which it is, and what differs is not compared. */
    private Embedded together(List<String> texts, Vectors vectors) throws ModelFailed, InterruptedException {
        ObjectNode body = Json.object().put("input_type", "search_document").put("truncate", "END");
        texts.forEach(body.putArray("texts")::add);
        body.putArray("embedding_types").add("float");
        try (Incoming incoming = line.open(signed(body))) {
            int place = 0;
            for (JsonNode one : incoming.json().path("embeddings").path("float")) {
                vectors.put(place++, one);
            }
            return new Embedded(vectors.all(), incoming.number("x-amzn-bedrock-input-token-count"));
        }
    }

    private Embedded oneByOne(List<String> texts, Vectors vectors) throws ModelFailed, InterruptedException {
        int tokens = 0;
        for (int i = 0; i < texts.size(); i++) {
            JsonNode answer = line.read(signed(Json.object().put("inputText", texts.get(i))));
            vectors.put(i, answer.path("embedding"));
            int counted = answer.path("inputTextTokenCount").asInt(-1);
            tokens = tokens < 0 || counted < 0 ? -1 : tokens + counted;
        }
        return new Embedded(vectors.all(), tokens);
    }

    private HttpRequest signed(ObjectNode body) {
        URI address = line.at("", "/model/" + Signature.encoded(model) + "/invoke");
        byte[] bytes = Json.text(body).getBytes(StandardCharsets.UTF_8);
        HttpRequest.Builder request = line.post(address, bytes).header("Accept", "application/json");
        signature.of("POST", address, bytes, clock.instant()).forEach(request::header);
        return request.build();
    }
}
