package org.sellmeapen.simulators;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** OpenAI's speech, and of those who speak alike. */
record FamilySound(String id, String prefix, boolean needsKey) implements SoundVendor {

    @Override
    public String keyOf(Request request) {
        return SoundVendors.bearer(request);
    }

    @Override
    public @Nullable Work work(Request request, Desk desk, Manner manner) {
        return switch (request.method() + " " + request.path()) {
            case "POST /audio/speech" -> id.equals("groq") ? null : speech(request, desk);
            case "POST /audio/transcriptions" -> transcription(Form.of(request), desk);
            default -> null;
        };
    }

    private Work speech(Request request, Desk desk) {
        JsonNode body = Frames.JSON.readTree(request.body());
        desk.check("speak", body);
        String text = body.path("input").asString("");
        desk.text(text);
        if (!body.path("response_format").asString("").equals("pcm")) {
            desk.fault("samples are asked for as pcm");
        }
        return new Work.Pieces("audio/pcm", Hum.pieces(Hum.samples(text, 24_000)), new byte[0]);
    }

    private Work transcription(Form form, Desk desk) {
        desk.check("hear", form.fields());
        boolean words = form.fields().path("response_format").asString("").equals("verbose_json");
        if (words && form.fields().path("model").asString("").contains("4o")) {
            desk.fault("response_format 'verbose_json' is not compatible with this model");
        }
        int ms = Hum.msOfWav(form.file());
        String text = desk.understood(ms);
        ObjectNode answer = Frames.object();
        if (words) {
            answer.put("task", "transcribe").put("language", "english").put("duration", ms / 1_000.0);
            ArrayNode list = answer.putArray("words");
            Hum.spread(text, 0, ms)
                    .forEach(word -> list.addObject()
                            .put("word", word.text())
                            .put("start", word.startMs() / 1_000.0)
                            .put("end", word.endMs() / 1_000.0));
        }
        return new Work.Whole(answer.put("text", text));
    }

    @Override
    public String refusal(int status, String message) {
        ObjectNode refusal = Frames.object();
        refusal.putObject("error")
                .put("message", message)
                .put("type", status == 401 ? "invalid_request_error" : "server_error")
                .putNull("param")
                .putNull("code");
        return refusal.toString();
    }
}
