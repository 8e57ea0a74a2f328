package org.sellmeapen.ai.cartesia;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Map;
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

/** Sonic by server-sent events, with times of words. Every voice speaks every language of its model. */
public final class CartesiaTextToSpeech implements TextToSpeech {

    static final String ID = "cartesia";
    public static final URI BASE = URI.create("https://api.cartesia.ai");

    private static final String VERSION = "2025-11-04";

    /** Voices that the vendor shows in its own examples. */
    private static final String VOICES = "a0e99841-438c-4a64-b679-ae501e7d6091,694f9389-aac1-45b6-b726-9d9369183238";

    private final Line line;
    private final String model;
    private final VoiceList voices;
    private final Mouth mouth = Mouth.whole(ID);

    public CartesiaTextToSpeech(Way way, URI base, Secret key, String model, Map<String, String> options) {
        this.line = new Line(ID, way, base, key);
        this.model = model.isBlank() ? "sonic-3" : model;
        this.voices = VoiceList.read(options.getOrDefault("voices", ""), VOICES);
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
        mouth.speak(utterance, sink, (part, speech) -> {
            HttpRequest request = line.bearing(line.post(line.at("", "/tts/sse"), asked(part, voice, utterance))
                    .header("Cartesia-Version", VERSION));
            try (Incoming incoming = line.open(request)) {
                boolean done = false;
                EventReader.Event event;
                while (!done && (event = incoming.event()) != null) {
                    done = take(incoming.json(event), part, speech);
                }
                if (!done) {
                    throw line.cutOff();
                }
                incoming.whole();
            }
        });
    }

    private ObjectNode asked(String part, String voice, Utterance utterance) {
        ObjectNode body = Json.object()
                .put("model_id", model)
                .put("transcript", part)
                .put("language", Mouth.primary(utterance.language()))
                .put("add_timestamps", true);
        body.putObject("voice").put("mode", "id").put("id", voice);
        body.putObject("output_format")
                .put("container", "raw")
                .put("encoding", "pcm_s16le")
                .put("sample_rate", RATE);
        double rate = utterance.voice().rate();
        if (rate != 1) {
            body.putObject("generation_config").put("speed", Math.clamp(rate, 0.6, 1.5));
        }
        return body;
    }

    /** @return whether that was the end */
    private boolean take(JsonNode event, String part, Speech speech)
            throws ModelFailed, SpeechFailed, InterruptedException {
        switch (event.path("type").asString("")) {
            case "chunk" -> speech.base64(event.path("data").asString(""));
            case "timestamps" -> {
                JsonNode times = event.path("word_timestamps");
                for (int i = 0; i < times.path("words").size(); i++) {
                    int atMs = (int) Math.round(times.path("start").path(i).asDouble(0) * 1_000);
                    speech.nextWord(atMs, times.path("words").get(i).asString(""), part);
                }
            }
            case "error" -> throw line.failedMidway(event);
            case "done" -> {
                return true;
            }
            default -> {
                // what is not known yet
            }
        }
        return false;
    }
}
