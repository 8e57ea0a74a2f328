package org.sellmeapen.ai.deepgram;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
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
import org.sellmeapen.ai.sound.Dialect;
import org.sellmeapen.ai.sound.LiveTranscribing;
import org.sellmeapen.ai.sound.Mouth;
import org.sellmeapen.ai.sound.Posted;
import org.sellmeapen.ai.sound.Transcript;
import org.sellmeapen.ai.wire.Line;
import org.sellmeapen.connections.Secret;
import org.sellmeapen.connections.Way;
import tools.jackson.databind.JsonNode;

/** Deepgram's live socket: text while somebody speaks, hesitations written down (in English). */
public final class DeepgramSpeechToText implements SpeechToText, FileTranscription {

    private static final String ID = DeepgramTextToSpeech.ID;
    private static final long LARGEST = 1L << 30;

    private final Line line;
    private final String asked;
    private final Timing timing;

    /** @param options {@code keep}: {@code true} lets the vendor keep what it hears for training */
    public DeepgramSpeechToText(
            Way way, URI base, Secret key, String model, Map<String, String> options, Timing timing) {
        this.line = new Line(ID, way, base, key);
        this.asked = "/listen?model=" + Mouth.encoded(model.isBlank() ? "nova-3" : model)
                + "&punctuate=true&filler_words=true&mip_opt_out="
                + !options.getOrDefault("keep", "").equals("true");
        this.timing = timing;
    }

    static HttpRequest asking(Line line, HttpRequest.Builder request) {
        return request.header("Authorization", "Token " + line.key().value()).build();
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public boolean streams() {
        return true;
    }

    /** Its makers write them down in English alone. */
    @Override
    public boolean verbatim(String language) {
        return language.matches("(?i)en([-_].*)?");
    }

    @Override
    public long largest() {
        return LARGEST;
    }

    @Override
    public Transcribing open(TranscriptionWish wish, TranscriptionListener listener) {
        return new LiveTranscribing(line, Live::new, wish, listener, timing);
    }

    @Override
    public Recognised transcribe(byte[] audio, String contentType, String language)
            throws SpeechFailed, InterruptedException {
        URI address = line.at("/v1", asked + "&language=" + Mouth.encoded(language));
        JsonNode answer = Posted.answer(line, asking(line, Posted.of(line, address, Posted.plain(contentType), audio)));
        JsonNode best = answer.path("results")
                .path("channels")
                .path(0)
                .path("alternatives")
                .path(0);
        if (!best.path("transcript").isString()) {
            throw SpeechFailed.passing(ID, "garbled");
        }
        List<RecognisedWord> words = words(best);
        int told = ms(answer.path("metadata").path("duration"));
        int last = words.stream().mapToInt(RecognisedWord::endMs).max().orElse(0);
        return new Recognised(
                Transcript.printable(best.path("transcript").asString()), words, true, Math.max(told, last));
    }

    private static List<RecognisedWord> words(JsonNode alternative) {
        List<RecognisedWord> words = new ArrayList<>();
        for (JsonNode word : alternative.path("words")) {
            String plain = word.path("word").asString("");
            Transcript.add(
                    Transcript.printable(word.path("punctuated_word").asString(plain)),
                    word.path("start").asDouble(Double.NaN),
                    word.path("end").asDouble(Double.NaN),
                    Transcript.sure(word.path("confidence")),
                    Integer.MAX_VALUE,
                    words);
        }
        return words;
    }

    private static int ms(JsonNode seconds) {
        return (int) Math.round(seconds.asDouble(0) * 1_000);
    }

    private final class Live implements Dialect {

        @Override
        public URI address(TranscriptionWish wish) {
            return Line.socket(line.at(
                    "/v1",
                    asked + "&language=" + Mouth.encoded(wish.language()) + "&encoding=linear16&sample_rate="
                            + wish.sampleRate() + "&channels=1&interim_results=true"));
        }

        @Override
        public Map<String, String> headers() {
            return Map.of("Authorization", "Token " + line.key().value());
        }

        @Override
        public int leastMs() {
            return 20;
        }

        @Override
        public int mostMs() {
            return 250;
        }

        @Override
        public String asking() {
            return "{\"type\":\"Finalize\"}";
        }

        @Override
        public String goodbye() {
            return "{\"type\":\"CloseStream\"}";
        }

        /** Whoever is silent for ten seconds is thrown out. */
        @Override
        public String keepAlive() {
            return "{\"type\":\"KeepAlive\"}";
        }

        @Override
        public boolean tellsSilence() {
            return true;
        }

        /** An answer is not promised where little was outstanding. */
        @Override
        public Duration settlesWithin() {
            return Duration.ofMillis(1_500);
        }

        @Override
        public Said read(JsonNode message) {
            return switch (message.path("type").asString("")) {
                case "Results" -> {
                    JsonNode best = message.path("channel").path("alternatives").path(0);
                    int from = ms(message.path("start"));
                    yield new Said.Words(
                            from,
                            from,
                            from + ms(message.path("duration")),
                            Transcript.printable(best.path("transcript").asString("")),
                            words(best),
                            message.path("is_final").asBoolean(false),
                            message.path("from_finalize").asBoolean(false));
                }
                case "Error" -> new Said.Trouble(SpeechFailed.of(line.failedMidway(message)));
                default -> new Said.Nothing();
            };
        }

        /** 1008 is for sound that it cannot read; 1011 for having heard nothing for too long, or a failure of its own. */
        @Override
        public SpeechFailed closed(int status, String reason) {
            return status == 1008 ? SpeechFailed.lasting(ID, "request-refused") : SpeechFailed.passing(ID, "cut-off");
        }
    }
}
