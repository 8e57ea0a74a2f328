package org.sellmeapen.ai.elevenlabs;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.ai.ModelFailed;
import org.sellmeapen.ai.SpeechCoverage;
import org.sellmeapen.ai.SpeechFailed;
import org.sellmeapen.ai.SpeechSink;
import org.sellmeapen.ai.TextToSpeech;
import org.sellmeapen.ai.Utterance;
import org.sellmeapen.ai.sound.Mouth;
import org.sellmeapen.ai.sound.Speech;
import org.sellmeapen.ai.sound.VoiceList;
import org.sellmeapen.ai.wire.EventReader;
import org.sellmeapen.ai.wire.Incoming;
import org.sellmeapen.ai.wire.Json;
import org.sellmeapen.ai.wire.Line;
import org.sellmeapen.connections.Secret;
import org.sellmeapen.connections.Way;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Speech in pieces of JSON, a line each, with the time of every character. Every voice speaks every language of its model. */
public final class ElevenLabsTextToSpeech implements TextToSpeech {

    static final String ID = "elevenlabs";
    public static final URI BASE = URI.create("https://api.elevenlabs.io");

    /** Voices that every account has. */
    private static final String VOICES = "JBFqnCBsd6RMkjVDRZzb,EXAVITQu4vr4xnSDxMaL,nPczCjzI2devNBz1zQrb,"
            + "XrExE9yKIg1WjnnlVkGX,onwK4e9ZLuTAKqWW03F9,FGY2WhTYpPnrIDTdsKH5";

    private final Line line;
    private final String model;
    private final VoiceList voices;
    private final Mouth mouth = Mouth.whole(ID);

    public ElevenLabsTextToSpeech(Way way, URI base, Secret key, String model, Map<String, String> options) {
        this.line = new Line(ID, way, base, key);
        this.model = model.isBlank() ? "eleven_flash_v2_5" : model;
        this.voices = VoiceList.read(options.getOrDefault("voices", ""), VOICES);
    }

    static HttpRequest asking(Line line, HttpRequest.Builder request) {
        return request.header("xi-api-key", line.key().value()).build();
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public SpeechCoverage covers(String language) {
        return voices.covers(language);
    }

    @Override
    public void speak(Utterance utterance, SpeechSink sink) throws SpeechFailed, InterruptedException {
        String voice = mouth.voiced(voices, utterance);
        URI address = line.at(
                "/v1", "/text-to-speech/" + Mouth.encoded(voice) + "/stream/with-timestamps?output_format=pcm_" + RATE);
        mouth.speak(utterance, sink, (part, speech) -> {
            ObjectNode body = Json.object().put("text", part).put("model_id", model);
            if (!model.contains("multilingual_v2")) { // which minds it
                body.put("language_code", Mouth.primary(utterance.language()));
            }
            double rate = utterance.voice().rate();
            if (rate != 1) {
                body.putObject("voice_settings").put("speed", Math.clamp(rate, 0.7, 1.2));
            }
            try (Incoming incoming = line.open(asking(line, line.post(address, body)))) {
                Characters characters = new Characters(speech, part);
                for (JsonNode piece = next(incoming); piece != null; piece = next(incoming)) {
                    take(piece, characters, speech);
                }
                characters.end();
            }
        });
    }

    private static @Nullable JsonNode next(Incoming incoming) throws ModelFailed, InterruptedException {
        if (incoming.contentType().startsWith("text/")) {
            EventReader.Event event = incoming.event();
            return event == null ? null : incoming.json(event);
        }
        return incoming.lineOfJson();
    }

    private void take(JsonNode piece, Characters characters, Speech speech)
            throws ModelFailed, SpeechFailed, InterruptedException {
        String audio = piece.path("audio_base64").asString("");
        if (audio.isEmpty() && (piece.has("detail") || piece.has("error"))) {
            throw line.failedMidway(piece);
        }
        characters.add(piece.path("alignment"));
        speech.base64(audio);
    }
}
