package org.sellmeapen.simulators;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Gemini: the model in the address, no mark at the end, answers without a candidate. */
final class Gemini implements Vendor {

    private static final Pattern ADDRESS =
            Pattern.compile("/models/([^:/]+):(streamGenerateContent|batchEmbedContents)");

    @Override
    public String id() {
        return "gemini";
    }

    @Override
    public String prefix() {
        return "/v1beta";
    }

    @Override
    public @Nullable Refusal stranger(Request request) {
        if (request.header("x-goog-api-key").isEmpty()) {
            return refusal(403, "Method doesn't allow unregistered callers.");
        }
        return request.header("x-goog-api-key").equals("wrong")
                ? refusal(400, "API key not valid. Please pass a valid API key.")
                : null;
    }

    @Override
    public @Nullable Route route(Request request) {
        if (request.method().equals("GET") && request.path().equals("/models")) {
            return new Route(Kind.MODELS, "models", "");
        }
        Matcher address = ADDRESS.matcher(request.path());
        if (!request.method().equals("POST") || !address.matches()) {
            return null;
        }
        String model = URLDecoder.decode(address.group(1), StandardCharsets.UTF_8);
        return address.group(2).startsWith("batch")
                ? new Route(Kind.EMBED, "embed", model)
                : new Route(Kind.ANSWER, "generate", model);
    }

    @Override
    public @Nullable String minds(Route route, Request request, JsonNode body) {
        if (route.kind() == Kind.ANSWER && !request.query().equals("alt=sse")) {
            return "without alt=sse it is no stream of events";
        }
        for (JsonNode one : body.path("requests")) {
            if (!one.path("model").asString("").equals("models/" + route.model())) {
                return "the model of a request must match the one in the address";
            }
        }
        return null;
    }

    @Override
    public Asked asked(Route route, JsonNode body) {
        List<String> said = new ArrayList<>();
        body.path("contents").forEach(content -> said.add(text(content)));
        JsonNode config = body.path("generationConfig");
        List<String> stops = new ArrayList<>();
        config.path("stopSequences").forEach(stop -> stops.add(stop.asString("")));
        JsonNode schema = config.path("responseJsonSchema");
        return new Asked(
                route.model(),
                text(body.path("systemInstruction")),
                said,
                schema.isMissingNode() ? null : schema,
                stops,
                config.path("maxOutputTokens").asInt(Integer.MAX_VALUE),
                true);
    }

    private static String text(JsonNode content) {
        StringBuilder text = new StringBuilder();
        content.path("parts").forEach(part -> text.append(part.path("text").asString("")));
        return text.toString();
    }

    @Override
    public List<byte[]> frames(Route route, Answering answering) {
        Frames frames = new Frames(answering);
        if (answering.manner() == Manner.THINKING) {
            ObjectNode thought = piece(answering, "they want a lower price");
            ((ObjectNode) thought.at("/candidates/0/content/parts/0")).put("thought", true);
            frames.event(thought);
        }
        for (String piece : answering.pieces()) {
            if (answering.noisy()) {
                frames.comment("keep-alive").event(Frames.object().put("somethingNew", true));
                ObjectNode strange = piece(answering, "");
                ((ObjectNode) strange.at("/candidates/0/content/parts/0")).remove("text");
                ((ObjectNode) strange.at("/candidates/0/content/parts/0")).put("unheardOf", "x");
                frames.event(strange);
            }
            frames.event(piece(answering, piece));
        }
        ObjectNode last = piece(answering, "");
        ObjectNode candidate = (ObjectNode) last.at("/candidates/0");
        if (answering.ending() == Ending.FILTERED) {
            candidate.remove("content");
        }
        candidate.put("finishReason", reason(answering.ending()));
        last.putObject("usageMetadata")
                .put("promptTokenCount", answering.inputTokens())
                .put("cachedContentTokenCount", answering.cachedTokens())
                .put("candidatesTokenCount", answering.outputTokens())
                .put("totalTokenCount", answering.inputTokens() + answering.outputTokens());
        return frames.event(last).list();
    }

    private static ObjectNode piece(Answering answering, String text) {
        ObjectNode piece = Frames.object();
        ObjectNode candidate = piece.putArray("candidates").addObject();
        candidate
                .putObject("content")
                .put("role", "model")
                .putArray("parts")
                .addObject()
                .put("text", text);
        candidate.put("index", 0);
        return piece.put("modelVersion", answering.asked().model() + "-001").put("responseId", "r1");
    }

    private static String reason(Ending ending) {
        return switch (ending) {
            case END, STOP, REFUSED -> "STOP";
            case LENGTH -> "MAX_TOKENS";
            case FILTERED -> "SAFETY";
        };
    }

    @Override
    public List<byte[]> blocked(Route route) {
        ObjectNode blocked = Frames.object();
        blocked.putObject("promptFeedback").put("blockReason", "PROHIBITED_CONTENT");
        blocked.putObject("usageMetadata").put("promptTokenCount", 9).put("totalTokenCount", 9);
        return new Frames("\n").event(blocked).list();
    }

    @Override
    public byte[] midway(Route route) {
        return new Frames("\n")
                .event(error(503, "The model is overloaded. Please try again later."))
                .list()
                .getFirst();
    }

    @Override
    public Refusal refusal(int status, String message) {
        return Refusal.json(status, error(status, message));
    }

    @Override
    public Refusal window() {
        return refusal(400, "The input token count (1200000) exceeds the maximum number of tokens allowed (1048576).");
    }

    private static ObjectNode error(int status, String message) {
        String name = switch (status) {
            case 400 -> "INVALID_ARGUMENT";
            case 401 -> "UNAUTHENTICATED";
            case 403 -> "PERMISSION_DENIED";
            case 404 -> "NOT_FOUND";
            case 409 -> "ABORTED";
            case 429 -> "RESOURCE_EXHAUSTED";
            case 503 -> "UNAVAILABLE";
            default -> "INTERNAL";
        };
        ObjectNode error = Frames.object();
        error.putObject("error").put("code", status).put("message", message).put("status", name);
        return error;
    }

    @Override
    public JsonNode embedded(Route route, JsonNode body) {
        ObjectNode answer = Frames.object();
        ArrayNode embeddings = answer.putArray("embeddings");
        body.path("requests")
                .forEach(one -> embeddings.addObject().set("values", Vectors.of(text(one.path("content")))));
        answer.putObject("usageMetadata").put("promptTokenCount", 8);
        return answer;
    }

    @Override
    public JsonNode models() {
        ObjectNode list = Frames.object();
        ArrayNode models = list.putArray("models");
        for (String model : List.of("sim-fine", "sim-embed")) {
            models.addObject().put("name", "models/" + model).put("version", "001");
        }
        return list;
    }
}
