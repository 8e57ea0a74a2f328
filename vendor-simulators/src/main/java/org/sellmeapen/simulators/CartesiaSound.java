package org.sellmeapen.simulators;

import java.util.Base64;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Cartesia's Sonic by server-sent events. */
final class CartesiaSound implements SoundVendor {

    @Override
    public String id() {
        return "cartesia";
    }

    @Override
    public String keyOf(Request request) {
        return SoundVendors.bearer(request);
    }

    @Override
    public @Nullable Work work(Request request, Desk desk, Manner manner) {
        if (!request.path().equals("/tts/sse")) {
            return null;
        }
        if (!request.header("cartesia-version").matches("\\d{4}-\\d{2}-\\d{2}")) {
            desk.fault("Cartesia-Version is missing");
        }
        JsonNode body = Frames.JSON.readTree(request.body());
        desk.check("speak", body);
        JsonNode format = body.path("output_format");
        if (format.path("sample_rate").asInt() != 24_000
                || !format.path("encoding").asString("").equals("pcm_s16le")) {
            desk.fault("samples are asked for at 24 kHz, 16 bits");
        }
        String text = body.path("transcript").asString("");
        desk.text(text);
        Frames frames = new Frames(manner == Manner.TORN ? "\r\n" : "\n");
        ObjectNode times = event("timestamps", false);
        ObjectNode words = times.putObject("word_timestamps");
        ArrayNode names = words.putArray("words");
        ArrayNode starts = words.putArray("start");
        ArrayNode ends = words.putArray("end");
        Hum.words(text).forEach(word -> {
            names.add(word.text());
            starts.add(word.startMs() / 1_000.0);
            ends.add(word.endMs() / 1_000.0);
        });
        if (body.path("add_timestamps").asBoolean(false)) {
            frames.event(times);
        }
        for (byte[] piece : Hum.pieces(Hum.samples(text, 24_000))) {
            if (manner == Manner.NOISY) {
                frames.comment("keep-alive").event(event("flush_done", false));
            }
            frames.event(event("chunk", false)
                    .put("data", Base64.getEncoder().encodeToString(piece))
                    .put("step_time", 12.5));
        }
        frames.event(event("done", true));
        ObjectNode error = event("error", true)
                .put("status_code", 500)
                .put("title", "Server error")
                .put("message", "The server had an error.")
                .put("request_id", "0");
        return new Work.Pieces(
                "text/event-stream",
                frames.list(),
                new Frames("\n").event(error).list().getFirst());
    }

    private static ObjectNode event(String type, boolean done) {
        return Frames.object().put("type", type).put("done", done).put("status_code", 206);
    }

    @Override
    public String refusal(int status, String message) {
        return Frames.object()
                .put("title", "Refused")
                .put("message", message)
                .put("error_code", "error")
                .put("status_code", status)
                .put("request_id", "0")
                .toString();
    }
}
