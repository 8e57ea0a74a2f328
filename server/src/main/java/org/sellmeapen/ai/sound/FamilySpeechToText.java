package org.sellmeapen.ai.sound;

import java.net.URI;
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
import org.sellmeapen.ai.wire.Line;
import org.sellmeapen.connections.Secret;
import org.sellmeapen.connections.Way;
import tools.jackson.databind.JsonNode;

/**
 * OpenAI's {@code /v1/audio/transcriptions}, which others have too. No prompt is sent: Whisper is apt to repeat one. These
 * models leave hesitations out.
 */
public final class FamilySpeechToText implements SpeechToText, FileTranscription {

    private static final long LARGEST = 25L << 20;

    private final Line line;
    private final Timing timing;
    private final String model;

    /** Not every model tells words; where its name does not say so, it is found out once. */
    private volatile boolean tellsWords;

    public FamilySpeechToText(
            String id, Way way, URI base, Secret key, String model, Map<String, String> options, Timing timing) {
        this.line = new Line(id, way, base, key);
        this.timing = timing;
        this.model = model;
        this.tellsWords = !model.startsWith("gpt-");
    }

    @Override
    public String id() {
        return line.provider();
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
                (samples, language, audioMs) -> Transcript.of(
                        id(),
                        ask("utterance.wav", "audio/wav", Multipart.wav(samples, FileTranscribing.RATE), language),
                        audioMs),
                timing);
    }

    @Override
    public Recognised transcribe(byte[] audio, String contentType, String language)
            throws SpeechFailed, InterruptedException {
        JsonNode answer = ask(Posted.fileName(contentType), Posted.plain(contentType), audio, language);
        Recognised heard = Transcript.of(id(), answer, Integer.MAX_VALUE);
        int told = (int) Math.round(answer.path("duration").asDouble(0) * 1_000);
        int last = heard.words().stream().mapToInt(RecognisedWord::endMs).max().orElse(0);
        return new Recognised(heard.text(), heard.words(), true, Math.max(told, last));
    }

    private JsonNode ask(String file, String type, byte[] audio, String language)
            throws SpeechFailed, InterruptedException {
        boolean words = tellsWords;
        try {
            return ask(file, type, audio, language, words);
        } catch (SpeechFailed e) {
            if (!words || !e.code().equals("request-refused")) {
                throw e;
            }
        }
        JsonNode answer = ask(file, type, audio, language, false);
        tellsWords = false; // only now is it clear that the words were what it minded
        return answer;
    }

    private JsonNode ask(String file, String type, byte[] audio, String language, boolean words)
            throws SpeechFailed, InterruptedException {
        Multipart form = new Multipart()
                .field("model", model)
                .field("language", Mouth.primary(language))
                .field("temperature", "0")
                .field("response_format", words ? "verbose_json" : "json");
        if (words) {
            form.field("timestamp_granularities[]", "word");
        }
        return Posted.answer(
                line,
                line.bearing(Posted.of(
                        line, line.at("/v1", "/audio/transcriptions"), form.file("file", file, type, audio))));
    }
}
