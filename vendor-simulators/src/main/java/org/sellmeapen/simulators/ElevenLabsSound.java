package org.sellmeapen.simulators;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** ElevenLabs: voices with times of every character, and Scribe, of files and on a socket. */
final class ElevenLabsSound implements SoundVendor {

    private static final int CHARACTERS_A_PIECE = 9;

    @Override
    public String id() {
        return "elevenlabs";
    }

    @Override
    public String keyOf(Request request) {
        return request.header("xi-api-key");
    }

    @Override
    public @Nullable Work work(Request request, Desk desk, Manner manner) {
        if (request.path().matches("/v1/text-to-speech/[^/]+/stream/with-timestamps")) {
            return speech(request, desk, manner);
        }
        if ((request.method() + request.path()).equals("GET/v1/speech-to-text/realtime")) {
            return ScribeSocket.work(request, desk);
        }
        return request.path().equals("/v1/speech-to-text") ? transcription(Form.of(request), desk) : null;
    }

    private static Work speech(Request request, Desk desk, Manner manner) {
        JsonNode body = Frames.JSON.readTree(request.body());
        desk.check("speak", body);
        desk.checkQuery("speak-query", request);
        if (!request.query().contains("output_format=pcm_24000")) {
            desk.fault("samples are asked for at 24 kHz");
        }
        String text = body.path("text").asString("");
        desk.text(text);
        byte[] samples = Hum.samples(text, 24_000);
        int bytes = Hum.MS_A_CHARACTER * 48;
        List<byte[]> pieces = new ArrayList<>();
        int taken = 0;
        for (int at = 0; at < text.length(); at += CHARACTERS_A_PIECE) {
            int end = Math.min(text.length(), at + CHARACTERS_A_PIECE);
            int until = end == text.length() ? samples.length : end * bytes + 1; // inside a sample
            ObjectNode piece = Frames.object()
                    .put("audio_base64", Base64.getEncoder().encodeToString(Arrays.copyOfRange(samples, taken, until)));
            taken = until;
            ObjectNode alignment = piece.putObject("alignment");
            ArrayNode characters = alignment.putArray("characters");
            ArrayNode starts = alignment.putArray("character_start_times_seconds");
            ArrayNode ends = alignment.putArray("character_end_times_seconds");
            for (int i = at; i < end; i++) {
                characters.add(text.substring(i, i + 1));
                starts.add(i * Hum.MS_A_CHARACTER / 1_000.0);
                ends.add((i + 1) * Hum.MS_A_CHARACTER / 1_000.0);
            }
            piece.putNull("normalized_alignment");
            if (manner == Manner.NOISY) {
                pieces.add("\n".getBytes(StandardCharsets.UTF_8));
                pieces.add("{\"unheard_of\":true}\n".getBytes(StandardCharsets.UTF_8));
            }
            pieces.add((piece + (manner == Manner.TORN ? "\r\n" : "\n")).getBytes(StandardCharsets.UTF_8));
        }
        return new Work.Pieces(
                "application/json",
                pieces,
                "{\"detail\":{\"status\":\"server_error\",\"message\":\"The server had an error.\"}}\n"
                        .getBytes(StandardCharsets.UTF_8));
    }

    private static Work transcription(Form form, Desk desk) {
        desk.check("hear", form.fields());
        int ms = Hum.msOfWav(form.file());
        String text = desk.understood(ms);
        ObjectNode answer = Frames.object()
                .put("language_code", "eng")
                .put("language_probability", 0.99)
                .put("text", text);
        ArrayNode words = answer.putArray("words");
        Hum.spread(text, 0, ms).forEach(word -> {
            words.addObject()
                    .put("text", word.text())
                    .put("start", word.startMs() / 1_000.0)
                    .put("end", word.endMs() / 1_000.0)
                    .put("type", "word")
                    .put("logprob", -0.02);
            words.addObject()
                    .put("text", " ")
                    .put("start", word.endMs() / 1_000.0)
                    .put("end", word.endMs() / 1_000.0)
                    .put("type", "spacing")
                    .put("logprob", 0);
        });
        return new Work.Whole(answer);
    }

    @Override
    public String refusal(int status, String message) {
        ObjectNode refusal = Frames.object();
        refusal.putObject("detail")
                .put("status", status == 401 ? "invalid_api_key" : "error")
                .put("message", message);
        return refusal.toString();
    }
}
