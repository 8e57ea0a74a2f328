package org.sellmeapen.simulators;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Bedrock: signed requests, binary messages, exceptions by name; embeddings in the words of who made the model. */
final class Bedrock implements Vendor {

    private static final Pattern ADDRESS = Pattern.compile("/model/([^/]+)/(converse-stream|invoke)");
    private static final int MOST_CHARACTERS_OF_COHERE = 2_048;
    private static final String ID = "AKIASIMULATED";
    private static final String SECRET = "simulated/secret+0123456789";

    @Override
    public String id() {
        return "bedrock";
    }

    @Override
    public String prefix() {
        return "";
    }

    @Override
    public String key() {
        return ID + ":" + SECRET;
    }

    @Override
    public @Nullable Refusal stranger(Request request) {
        return switch (Signed.check(request, ID, SECRET, "bedrock")) {
            case GOOD -> null;
            case MISSING -> named(403, "MissingAuthenticationTokenException", "Missing Authentication Token");
            case UNKNOWN ->
                named(403, "UnrecognizedClientException", "The security token included in the request is invalid.");
            case FALSE ->
                named(
                        403,
                        "InvalidSignatureException",
                        "The request signature we calculated does not match the signature you provided.");
        };
    }

    @Override
    public @Nullable Route route(Request request) {
        Matcher address = ADDRESS.matcher(request.path());
        if (!request.method().equals("POST") || !address.matches()) {
            return null;
        }
        String model = URLDecoder.decode(address.group(1), StandardCharsets.UTF_8);
        return !address.group(2).equals("invoke")
                ? new Route(Kind.ANSWER, "converse", model)
                : model.matches("([a-z-]+\\.)?cohere\\.embed-.*")
                        ? new Route(Kind.EMBED, "cohere-embed", model)
                        : model.matches("([a-z-]+\\.)?amazon\\.titan-embed-.*")
                                ? new Route(Kind.EMBED, "titan-embed", model)
                                : null;
    }

    @Override
    public @Nullable String minds(Route route, Request request, JsonNode body) {
        for (JsonNode text : body.path("texts")) {
            if (text.asString("").length() > MOST_CHARACTERS_OF_COHERE) {
                return "a text is longer than " + MOST_CHARACTERS_OF_COHERE + " characters";
            }
        }
        return null;
    }

    @Override
    public String contentType() {
        return "application/vnd.amazon.eventstream";
    }

    @Override
    public Asked asked(Route route, JsonNode body) {
        List<String> said = new ArrayList<>();
        body.path("messages").forEach(m -> said.add(text(m.path("content"))));
        List<String> stops = new ArrayList<>();
        body.path("inferenceConfig").path("stopSequences").forEach(stop -> stops.add(stop.asString("")));
        String system = text(body.path("system"));
        JsonNode schema = body.at("/outputConfig/textFormat/structure/jsonSchema/schema");
        return new Asked(
                route.model(),
                system,
                said,
                schema.isMissingNode() ? ChatVendor.named(system) : Frames.JSON.readTree(schema.asString()),
                stops,
                body.path("inferenceConfig").path("maxTokens").asInt(Integer.MAX_VALUE),
                true);
    }

    private static String text(JsonNode blocks) {
        StringBuilder text = new StringBuilder();
        blocks.forEach(block -> text.append(block.path("text").asString("")));
        return text.toString();
    }

    @Override
    public List<byte[]> frames(Route route, Answering answering) {
        Frames frames = new Frames("\n");
        frames.raw(event("messageStart", Frames.object().put("role", "assistant")));
        if (answering.manner() == Manner.THINKING) {
            ObjectNode thought = Frames.object().put("contentBlockIndex", 0);
            thought.putObject("delta").putObject("reasoningContent").put("text", "they want a lower price");
            frames.raw(event("contentBlockDelta", thought));
            frames.raw(event("contentBlockStop", Frames.object().put("contentBlockIndex", 0)));
        }
        for (String piece : answering.pieces()) {
            if (answering.noisy()) {
                frames.raw(event("somethingNew", Frames.object().put("unheard", "of")));
            }
            ObjectNode delta = Frames.object().put("contentBlockIndex", 1).put("p", "abcdefgh");
            delta.putObject("delta").put("text", piece);
            frames.raw(event("contentBlockDelta", delta));
        }
        frames.raw(event("contentBlockStop", Frames.object().put("contentBlockIndex", 1)));
        frames.raw(event("messageStop", Frames.object().put("stopReason", reason(answering.ending()))));
        ObjectNode metadata = Frames.object();
        metadata.putObject("usage")
                .put("inputTokens", answering.inputTokens())
                .put("outputTokens", answering.outputTokens())
                .put("totalTokens", answering.inputTokens() + answering.outputTokens())
                .put("cacheReadInputTokens", answering.cachedTokens());
        metadata.putObject("metrics").put("latencyMs", 500);
        return frames.raw(event("metadata", metadata)).list();
    }

    private static String reason(Ending ending) {
        return switch (ending) {
            case END, REFUSED -> "end_turn";
            case STOP -> "stop_sequence";
            case LENGTH -> "max_tokens";
            case FILTERED -> "guardrail_intervened";
        };
    }

    private static byte[] event(String type, JsonNode payload) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(":event-type", type);
        headers.put(":content-type", "application/json");
        headers.put(":message-type", "event");
        return message(headers, payload);
    }

    private static byte[] message(Map<String, String> headers, JsonNode payload) {
        try {
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            DataOutputStream head = new DataOutputStream(packed);
            for (Map.Entry<String, String> header : headers.entrySet()) {
                head.writeByte(header.getKey().length());
                head.write(header.getKey().getBytes(StandardCharsets.UTF_8));
                head.writeByte(7);
                byte[] value = header.getValue().getBytes(StandardCharsets.UTF_8);
                head.writeShort(value.length);
                head.write(value);
            }
            byte[] body = payload.toString().getBytes(StandardCharsets.UTF_8);
            ByteArrayOutputStream message = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(message);
            out.writeInt(12 + packed.size() + body.length + 4);
            out.writeInt(packed.size());
            out.writeInt(crc(message.toByteArray()));
            out.write(packed.toByteArray());
            out.write(body);
            out.writeInt(crc(message.toByteArray()));
            return message.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int crc(byte[] bytes) {
        CRC32 sum = new CRC32();
        sum.update(bytes);
        return (int) sum.getValue();
    }

    @Override
    public byte[] midway(Route route) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(":exception-type", "modelStreamErrorException");
        headers.put(":content-type", "application/json");
        headers.put(":message-type", "exception");
        return message(headers, Frames.object().put("message", "The model failed while it streamed."));
    }

    @Override
    public Refusal refusal(int status, String message) {
        return named(
                status,
                switch (status) {
                    case 401, 403 -> "AccessDeniedException";
                    case 404 -> "ResourceNotFoundException";
                    case 408 -> "ModelTimeoutException";
                    case 424 -> "ModelErrorException";
                    case 429 -> "ThrottlingException";
                    case 503 -> "ServiceUnavailableException";
                    default -> status >= 500 ? "InternalServerException" : "ValidationException";
                },
                message);
    }

    private static Refusal named(int status, String type, String message) {
        return new Refusal(
                status,
                Map.of("x-amzn-ErrorType", type, "x-amzn-RequestId", "r-1"),
                Frames.object().put("message", message).toString());
    }

    @Override
    public Refusal window() {
        return refusal(400, "Input is too long for requested model.");
    }

    @Override
    public JsonNode embedded(Route route, JsonNode body) {
        ObjectNode answer = Frames.object();
        if (route.operation().equals("titan-embed")) {
            return answer.put("inputTextTokenCount", 4)
                    .set("embedding", Vectors.of(body.path("inputText").asString("")));
        }
        ArrayNode vectors = answer.put("id", "e-1")
                .put("response_type", "embeddings_by_type")
                .putObject("embeddings")
                .putArray("float");
        body.path("texts").forEach(text -> vectors.add(Vectors.of(text.asString(""))));
        return answer;
    }

    @Override
    public Map<String, String> headOfEmbedded() {
        return Map.of("X-Amzn-Bedrock-Input-Token-Count", "8");
    }

    @Override
    public @Nullable JsonNode models() {
        return null;
    }
}
