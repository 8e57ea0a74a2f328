package org.sellmeapen.ai.azure;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.sellmeapen.ai.FileTranscription;
import org.sellmeapen.ai.Recognised;
import org.sellmeapen.ai.RecognisedWord;
import org.sellmeapen.ai.SpeechFailed;
import org.sellmeapen.ai.SpeechToText;
import org.sellmeapen.ai.Timing;
import org.sellmeapen.ai.Transcribing;
import org.sellmeapen.ai.TranscriptionListener;
import org.sellmeapen.ai.TranscriptionWish;
import org.sellmeapen.ai.sound.FileTranscribing;
import org.sellmeapen.ai.sound.Locales;
import org.sellmeapen.ai.sound.Multipart;
import org.sellmeapen.ai.sound.Posted;
import org.sellmeapen.ai.sound.Transcript;
import org.sellmeapen.ai.wire.Json;
import org.sellmeapen.ai.wire.Line;
import org.sellmeapen.connections.Secret;
import org.sellmeapen.connections.Way;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Azure's fast transcription: a file goes up and its text comes down. */
public final class AzureSpeechToText implements SpeechToText, FileTranscription {

    static final String ID = "azure";
    private static final long LARGEST = 250L << 20;
    private static final String VERSION = "2024-11-15";

    private final Line line;
    private final Timing timing;

    /** @param base such as {@code https://westeurope.api.cognitive.microsoft.com}; there is one model */
    public AzureSpeechToText(Way way, URI base, Secret key, String model, Map<String, String> options, Timing timing) {
        this.line = new Line(ID, way, base, key);
        this.timing = timing;
    }

    static HttpRequest asking(Line line, HttpRequest.Builder request) {
        return request.header("Ocp-Apim-Subscription-Key", line.key().value()).build();
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public boolean streams() {
        return false;
    }

    @Override
    public long largest() {
        return LARGEST;
    }

    @Override
    public Transcribing open(TranscriptionWish wish, TranscriptionListener listener) {
        return new FileTranscribing(
                id(),
                wish,
                listener,
                (samples, language, audioMs) -> heard(
                        ask("utterance.wav", "audio/wav", Multipart.wav(samples, FileTranscribing.RATE), language),
                        audioMs),
                timing);
    }

    @Override
    public Recognised transcribe(byte[] audio, String contentType, String language)
            throws SpeechFailed, InterruptedException {
        JsonNode answer = ask(Posted.fileName(contentType), Posted.plain(contentType), audio, language);
        Recognised heard = heard(answer, Integer.MAX_VALUE);
        int last = heard.words().stream().mapToInt(RecognisedWord::endMs).max().orElse(0);
        int told = answer.path("durationMilliseconds").asInt(0);
        return new Recognised(heard.text(), heard.words(), true, Math.max(told, last));
    }

    private JsonNode ask(String file, String type, byte[] audio, String language)
            throws SpeechFailed, InterruptedException {
        ObjectNode definition = Json.object().put("profanityFilterMode", "None");
        definition.putArray("locales").add(Locales.of(language));
        Multipart form =
                new Multipart().field("definition", Json.text(definition)).file("audio", file, type, audio);
        URI address = line.at("", "/speechtotext/transcriptions:transcribe?api-version=" + VERSION);
        return Posted.answer(line, asking(line, Posted.of(line, address, form)));
    }

    private static Recognised heard(JsonNode answer, int audioMs) throws SpeechFailed {
        JsonNode combined = answer.path("combinedPhrases");
        if (!combined.isArray()) {
            throw SpeechFailed.passing(ID, "garbled");
        }
        StringBuilder text = new StringBuilder();
        combined.forEach(channel -> text.append(' ').append(channel.path("text").asString("")));
        List<RecognisedWord> words = new ArrayList<>();
        for (JsonNode phrase : answer.path("phrases")) {
            for (JsonNode word : phrase.path("words")) {
                double start = word.path("offsetMilliseconds").asDouble(Double.NaN) / 1_000;
                Transcript.add(
                        Transcript.printable(word.path("text").asString("")),
                        start,
                        start + word.path("durationMilliseconds").asDouble(Double.NaN) / 1_000,
                        Transcript.sure(phrase.path("confidence")),
                        audioMs,
                        words);
            }
        }
        return new Recognised(Transcript.printable(text.toString()), words, true, audioMs);
    }
}
