package org.sellmeapen.ai.elevenlabs;

import java.net.URI;
import java.util.Map;
import java.util.Set;
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
import org.sellmeapen.ai.sound.LiveTranscribing;
import org.sellmeapen.ai.sound.Mouth;
import org.sellmeapen.ai.sound.Multipart;
import org.sellmeapen.ai.sound.Posted;
import org.sellmeapen.ai.sound.Transcript;
import org.sellmeapen.ai.wire.Line;
import org.sellmeapen.connections.Secret;
import org.sellmeapen.connections.Way;
import tools.jackson.databind.JsonNode;

/** Scribe, which writes hesitations down as they were said. Its realtime models hear on a socket, the others what is uploaded. */
public final class ElevenLabsSpeechToText implements SpeechToText, FileTranscription {

    private static final long LARGEST = 1L << 30;
    private static final String OF_FILES = "scribe_v2";

    /** At which the socket takes samples. */
    private static final Set<Integer> RATES = Set.of(8_000, 16_000, 22_050, 24_000, 44_100, 48_000);

    private final Line line;
    private final Timing timing;
    private final String model;

    public ElevenLabsSpeechToText(
            Way way, URI base, Secret key, String model, Map<String, String> options, Timing timing) {
        this.line = new Line(ElevenLabsTextToSpeech.ID, way, base, key);
        this.timing = timing;
        this.model = model.isBlank() ? OF_FILES : model;
    }

    @Override
    public String id() {
        return ElevenLabsTextToSpeech.ID;
    }

    @Override
    public boolean streams() {
        return model.endsWith("_realtime");
    }

    /** Unless it is told to leave them out, which it is not. */
    @Override
    public boolean verbatim(String language) {
        return true;
    }

    @Override
    public long largest() {
        return LARGEST;
    }

    @Override
    public Transcribing open(TranscriptionWish wish, TranscriptionListener listener) throws SpeechFailed {
        if (streams()) {
            if (!RATES.contains(wish.sampleRate())) {
                throw SpeechFailed.lasting(id(), "request-refused");
            }
            return new LiveTranscribing(line, () -> new LiveScribe(line, model, wish), wish, listener, timing);
        }
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
        Recognised heard =
                heard(ask(Posted.fileName(contentType), Posted.plain(contentType), audio, language), Integer.MAX_VALUE);
        int last = heard.words().stream().mapToInt(RecognisedWord::endMs).max().orElse(0);
        return new Recognised(heard.text(), heard.words(), true, last);
    }

    private JsonNode ask(String file, String type, byte[] audio, String language)
            throws SpeechFailed, InterruptedException {
        Multipart form = new Multipart()
                .field("model_id", streams() ? OF_FILES : model)
                .field("language_code", Mouth.primary(language))
                .field("tag_audio_events", "false")
                .field("timestamps_granularity", "word")
                .file("file", file, type, audio);
        return Posted.answer(
                line, ElevenLabsTextToSpeech.asking(line, Posted.of(line, line.at("/v1", "/speech-to-text"), form)));
    }

    private Recognised heard(JsonNode answer, int audioMs) throws SpeechFailed {
        if (!answer.path("text").isString()) {
            throw SpeechFailed.passing(id(), "garbled");
        }
        return new Recognised(
                Transcript.printable(answer.path("text").asString()), ScribeWords.of(answer, audioMs), true, audioMs);
    }
}
