package org.sellmeapen.simulators;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One vendor of language models: its addresses, its keys, its frames, its words when it refuses. */
interface Vendor {

    /** What is asked for, by an address. */
    enum Kind {
        ANSWER,
        EMBED,
        MODELS
    }

    /**
     * @param operation as {@link Rules} know it
     * @param model as the address names it; empty where the body does
     */
    record Route(Kind kind, String operation, String model) {}

    /** As the product names it. */
    String id();

    /** What a base ends with. */
    String prefix();

    /** One that is taken. */
    default String key() {
        return "simulated-key-0123456789";
    }

    /** @return why the request may not come in; null when it may */
    @Nullable
    Refusal stranger(Request request);

    /** @param request without the base */
    @Nullable
    Route route(Request request);

    Asked asked(Route route, JsonNode body);

    /** What the vendor minds though its specification says nothing of it; null for nothing. */
    default @Nullable String minds(Route route, Request request, JsonNode body) {
        return null;
    }

    default String contentType() {
        return "text/event-stream";
    }

    /** @return the frames; those with words must be more than two where there are more than two pieces */
    List<byte[]> frames(Route route, Answering answering);

    /** An error in the middle. */
    byte[] midway(Route route);

    /** A whole answer that is blocked before any word; null where this vendor refuses by a status. */
    default @Nullable List<byte[]> blocked(Route route) {
        return null;
    }

    Refusal refusal(int status, String message);

    /** How this one says that the filter took the prompt for bad. */
    default Refusal filter() {
        return refusal(400, "content_filter: the prompt was filtered");
    }

    /** How this one says that the prompt is longer than the model's window. */
    default Refusal window() {
        return refusal(400, "This model's maximum context length is 8192 tokens. (context_length_exceeded)");
    }

    @Nullable
    JsonNode embedded(Route route, JsonNode body);

    /** What stands in the head of an answer with vectors. */
    default Map<String, String> headOfEmbedded() {
        return Map.of();
    }

    @Nullable
    JsonNode models();

    /** @param headers beside the content type */
    record Refusal(int status, Map<String, String> headers, String body) {
        static Refusal json(int status, JsonNode body) {
            return new Refusal(status, Map.of(), body.toString());
        }
    }
}
