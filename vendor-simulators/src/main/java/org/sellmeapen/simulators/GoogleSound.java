package org.sellmeapen.simulators;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Google's Speech-to-Text and Text-to-Speech by plain requests. */
final class GoogleSound implements SoundVendor {

    private static final int MOST_BYTES = 5_000;
    private static final int LONGEST_MS = 60_000;

    @Override
    public String id() {
        return "google";
    }

    @Override
    public String keyOf(Request request) {
        return request.header("x-goog-api-key");
    }

    @Override
    public @Nullable Work work(Request request, Desk desk, Manner manner) {
        JsonNode body = request.method().equals("POST") ? Frames.JSON.readTree(request.body()) : Frames.object();
        return switch (request.path()) {
            case "/v1/text:synthesize" -> {
                desk.check("speak", body);
                String text = body.path("input").path("text").asString("");
                desk.text(text);
                if (text.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
                    desk.fault("Either `input.text` or `input.ssml` is longer than the limit of 5000 bytes.");
                }
                yield new Work.Whole(
                        Frames.object().put("audioContent", Base64.getEncoder().encodeToString(Hum.wav(text, 24_000))));
            }
            case "/v1/speech:recognize" -> {
                desk.check("hear", body);
                yield recognised(body, desk);
            }
            default -> null;
        };
    }

    private static Work recognised(JsonNode body, Desk desk) {
        int ms = Base64.getDecoder().decode(body.path("audio").path("content").asString("")).length / 32;
        if (ms > LONGEST_MS) {
            desk.fault("Sync input too long.");
        }
        String text = desk.understood(ms);
        ObjectNode answer = Frames.object();
        if (!text.isEmpty()) { // what holds no speech has no results
            ObjectNode best = answer.putArray("results")
                    .addObject()
                    .putArray("alternatives")
                    .addObject();
            best.put("transcript", text).put("confidence", 0.93);
            ArrayNode words = best.putArray("words");
            Hum.spread(text, 0, ms)
                    .forEach(word -> words.addObject()
                            .put("startTime", word.startMs() / 1_000.0 + "s")
                            .put("endTime", word.endMs() / 1_000.0 + "s")
                            .put("word", word.text()));
        }
        return new Work.Whole(answer.put("totalBilledTime", ms / 1_000 + "s"));
    }

    @Override
    public String refusal(int status, String message) {
        ObjectNode refusal = Frames.object();
        refusal.putObject("error")
                .put("code", status)
                .put("message", message)
                .put("status", status == 429 ? "RESOURCE_EXHAUSTED" : "ERROR");
        return refusal.toString();
    }
}
