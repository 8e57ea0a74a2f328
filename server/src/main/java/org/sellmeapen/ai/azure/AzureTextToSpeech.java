package org.sellmeapen.ai.azure;

import java.net.URI;
import java.util.Map;
import org.sellmeapen.ai.SpeechCoverage;
import org.sellmeapen.ai.SpeechFailed;
import org.sellmeapen.ai.SpeechSink;
import org.sellmeapen.ai.TextToSpeech;
import org.sellmeapen.ai.Utterance;
import org.sellmeapen.ai.sound.Locales;
import org.sellmeapen.ai.sound.Mouth;
import org.sellmeapen.ai.sound.Posted;
import org.sellmeapen.ai.sound.VoiceList;
import org.sellmeapen.ai.wire.Incoming;
import org.sellmeapen.ai.wire.Line;
import org.sellmeapen.connections.Secret;
import org.sellmeapen.connections.Way;

/** Azure's Speech service, asked in SSML: samples as they are made; times only its SDK tells. */
public final class AzureTextToSpeech implements TextToSpeech {

    private static final String ID = AzureSpeechToText.ID;

    /** Voices that speak every language. */
    private static final String VOICES = "en-US-AndrewMultilingualNeural,en-US-AvaMultilingualNeural,"
            + "en-US-BrianMultilingualNeural,en-US-EmmaMultilingualNeural";

    private final Line line;
    private final VoiceList voices;
    private final Mouth mouth = Mouth.whole(ID);

    /** @param base such as {@code https://westeurope.tts.speech.microsoft.com}; the model is the voice */
    public AzureTextToSpeech(Way way, URI base, Secret key, String model, Map<String, String> options) {
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
        mouth.speak(utterance, sink, (part, speech) -> {
            var request = Posted.of(
                            line,
                            line.at("", "/cognitiveservices/v1"),
                            "application/ssml+xml",
                            Posted.bytes(ssml(part, voice, utterance)))
                    .setHeader("Accept", "*/*")
                    .header("X-Microsoft-OutputFormat", "raw-24khz-16bit-mono-pcm")
                    .header("User-Agent", "SellMeAPen");
            try (Incoming incoming = line.open(AzureSpeechToText.asking(line, request))) {
                speech.pcm(incoming);
            }
        });
    }

    private static String ssml(String text, String voice, Utterance utterance) {
        String locale = Locales.of(utterance.language());
        return "<speak version=\"1.0\" xmlns=\"http://www.w3.org/2001/10/synthesis\" xml:lang=\"" + escaped(locale)
                + "\"><voice name=\"" + escaped(voice) + "\"><lang xml:lang=\"" + escaped(locale)
                + "\"><prosody rate=\"" + percent(utterance.voice().rate()) + "\" pitch=\""
                + percent(utterance.voice().pitch()) + "\">" + escaped(text) + "</prosody></lang></voice></speak>";
    }

    private static String percent(double factor) {
        long percent = Math.round((factor - 1) * 100);
        return (percent < 0 ? "" : "+") + percent + "%";
    }

    /** Text stays text, whatever stands in it. */
    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&apos;");
    }
}
