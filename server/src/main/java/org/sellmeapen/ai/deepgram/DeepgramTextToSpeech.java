package org.sellmeapen.ai.deepgram;

import java.net.URI;
import java.util.Map;
import org.sellmeapen.ai.SpeechCoverage;
import org.sellmeapen.ai.SpeechFailed;
import org.sellmeapen.ai.SpeechSink;
import org.sellmeapen.ai.TextToSpeech;
import org.sellmeapen.ai.Utterance;
import org.sellmeapen.ai.sound.Mouth;
import org.sellmeapen.ai.sound.VoiceList;
import org.sellmeapen.ai.wire.Incoming;
import org.sellmeapen.ai.wire.Json;
import org.sellmeapen.ai.wire.Line;
import org.sellmeapen.connections.Secret;
import org.sellmeapen.connections.Way;

/** Aura, whose models are its voices. Samples as they are made, no times; 2,000 characters at once. */
public final class DeepgramTextToSpeech implements TextToSpeech {

    static final String ID = "deepgram";
    public static final URI BASE = URI.create("https://api.deepgram.com");

    private static final int MOST = 2_000;
    private static final String VOICES = "en:aura-2-apollo-en,en:aura-2-thalia-en,en:aura-2-arcas-en,"
            + "en:aura-2-andromeda-en,en-gb:aura-2-draco-en,en-gb:aura-2-pandora-en,es:aura-2-nestor-es,"
            + "es:aura-2-celeste-es,de:aura-2-julius-de,de:aura-2-viktoria-de,fr:aura-2-hector-fr,"
            + "fr:aura-2-agathe-fr,nl:aura-2-sander-nl,nl:aura-2-beatrix-nl,it:aura-2-dionisio-it,"
            + "it:aura-2-livia-it,ja:aura-2-ebisu-ja,ja:aura-2-izanami-ja";

    private final Line line;
    private final VoiceList voices;
    private final Mouth mouth = new Mouth(ID, MOST, String::length);

    /** @param model a voice for all languages; empty for those of {@code voices}, or the usual ones */
    public DeepgramTextToSpeech(Way way, URI base, Secret key, String model, Map<String, String> options) {
        this.line = new Line(ID, way, base, key);
        this.voices = VoiceList.read(options.getOrDefault("voices", ""), model.isBlank() ? VOICES : model);
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
                "/v1",
                "/speak?model=" + Mouth.encoded(voice) + "&encoding=linear16&sample_rate=" + RATE + "&container=none");
        mouth.speak(utterance, sink, (part, speech) -> {
            try (Incoming incoming = line.open(DeepgramSpeechToText.asking(
                    line, line.post(address, Json.object().put("text", part))))) {
                speech.pcm(incoming);
            }
        });
    }
}
