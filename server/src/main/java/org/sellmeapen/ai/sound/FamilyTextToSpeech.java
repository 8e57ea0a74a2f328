package org.sellmeapen.ai.sound;

import java.net.URI;
import java.util.Map;
import org.sellmeapen.ai.SpeechCoverage;
import org.sellmeapen.ai.SpeechFailed;
import org.sellmeapen.ai.SpeechSink;
import org.sellmeapen.ai.TextToSpeech;
import org.sellmeapen.ai.Utterance;
import org.sellmeapen.ai.wire.Incoming;
import org.sellmeapen.ai.wire.Json;
import org.sellmeapen.ai.wire.Line;
import org.sellmeapen.connections.Secret;
import org.sellmeapen.connections.Way;

/** OpenAI's {@code /v1/audio/speech}, which others have too: samples as they are made, no times. */
public final class FamilyTextToSpeech implements TextToSpeech {

    private final Line line;
    private final String model;
    private final VoiceList voices;
    private final Mouth mouth;

    /** @param options {@code voices} @param usual voices where none are named */
    public FamilyTextToSpeech(
            String id, Way way, URI base, Secret key, String model, Map<String, String> options, String usual) {
        this.line = new Line(id, way, base, key);
        this.model = model;
        this.voices = VoiceList.read(options.getOrDefault("voices", ""), usual);
        this.mouth = Mouth.whole(id);
    }

    @Override
    public String id() {
        return line.provider();
    }

    @Override
    public SpeechCoverage covers(String language) {
        return voices.covers(language);
    }

    @Override
    public void speak(Utterance utterance, SpeechSink sink) throws SpeechFailed, InterruptedException {
        String voice = mouth.voiced(voices, utterance);
        mouth.speak(utterance, sink, (part, speech) -> {
            var body = Json.object()
                    .put("model", model)
                    .put("input", part)
                    .put("voice", voice)
                    .put("response_format", "pcm")
                    .put("speed", utterance.voice().rate());
            try (Incoming incoming = line.open(line.bearing(line.post(line.at("/v1", "/audio/speech"), body)))) {
                speech.pcm(incoming);
            }
        });
    }
}
