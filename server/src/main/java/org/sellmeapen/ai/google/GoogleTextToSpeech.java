package org.sellmeapen.ai.google;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.sellmeapen.ai.SpeechCoverage;
import org.sellmeapen.ai.SpeechFailed;
import org.sellmeapen.ai.SpeechSink;
import org.sellmeapen.ai.TextToSpeech;
import org.sellmeapen.ai.Utterance;
import org.sellmeapen.ai.sound.Locales;
import org.sellmeapen.ai.sound.Mouth;
import org.sellmeapen.ai.sound.Speech;
import org.sellmeapen.ai.sound.VoiceList;
import org.sellmeapen.ai.wire.Incoming;
import org.sellmeapen.ai.wire.Json;
import org.sellmeapen.ai.wire.Line;
import org.sellmeapen.connections.Secret;
import org.sellmeapen.connections.Way;
import tools.jackson.databind.node.ObjectNode;

/**
 * Text-to-Speech by plain requests: each answer comes whole, so what is asked for at once is little. No times. A voice is
 * named without its language ({@code Charon}), which the model's name joins to it ({@code de-DE-Chirp3-HD-Charon}).
 */
public final class GoogleTextToSpeech implements TextToSpeech {

    static final String ID = "google";
    public static final URI BASE = URI.create("https://texttospeech.googleapis.com");

    private static final int MOST_BYTES = 600;
    private static final String VOICES = "Charon,Kore,Puck,Aoede,Fenrir,Leda,Orus,Zephyr";

    private final Line line;
    private final String model;
    private final VoiceList voices;
    private final Mouth mouth = new Mouth(ID, MOST_BYTES, text -> text.getBytes(StandardCharsets.UTF_8).length);

    public GoogleTextToSpeech(Way way, URI base, Secret key, String model, Map<String, String> options) {
        this.line = new Line(ID, way, base, key);
        this.model = model.isBlank() ? "Chirp3-HD" : model;
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
        String locale = Locales.of(utterance.language());
        mouth.speak(utterance, sink, (part, speech) -> {
            ObjectNode body = Json.object();
            body.putObject("input").put("text", part);
            body.putObject("voice").put("languageCode", locale).put("name", locale + "-" + model + "-" + voice);
            ObjectNode audio = body.putObject("audioConfig");
            audio.put("audioEncoding", "LINEAR16").put("sampleRateHertz", RATE);
            if (utterance.voice().rate() != 1) {
                audio.put("speakingRate", utterance.voice().rate());
            }
            var request = line.post(line.at("/v1", "/text:synthesize"), body);
            try (Incoming incoming = line.open(GoogleSpeechToText.asking(line, request))) {
                wav(incoming.json().path("audioContent").asString(""), speech);
            }
        });
    }

    /** The samples of a file that is whole. */
    private static void wav(String base64, Speech speech) throws SpeechFailed, InterruptedException {
        ByteBuffer file;
        try {
            file = ByteBuffer.wrap(Base64.getDecoder().decode(base64)).order(ByteOrder.LITTLE_ENDIAN);
        } catch (IllegalArgumentException _) {
            throw speech.garbled();
        }
        if (file.remaining() < 44 || file.getInt(0) != 0x46464952 || file.getInt(24) != RATE) {
            throw speech.garbled();
        }
        int at = 12;
        while (at + 8 <= file.limit() && file.getInt(at) != 0x61746164) {
            int length = file.getInt(at + 4);
            if (length < 0 || length > file.limit() - at - 8) {
                throw speech.garbled();
            }
            at += 8 + length + (length & 1);
        }
        if (at + 8 > file.limit()) {
            throw speech.garbled();
        }
        int length = Math.min(file.limit() - at - 8, file.getInt(at + 4) < 0 ? Integer.MAX_VALUE : file.getInt(at + 4));
        speech.bytes(file.array(), at + 8, length);
    }
}
