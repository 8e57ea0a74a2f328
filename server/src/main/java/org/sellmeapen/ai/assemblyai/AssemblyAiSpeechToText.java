package org.sellmeapen.ai.assemblyai;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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
import org.sellmeapen.ai.sound.Transcript;
import org.sellmeapen.ai.wire.Line;
import org.sellmeapen.connections.Secret;
import org.sellmeapen.connections.Way;
import tools.jackson.databind.JsonNode;

/** AssemblyAI's third streaming socket. An open one costs by the second, so leave is always taken. */
public final class AssemblyAiSpeechToText implements SpeechToText {

    static final String ID = "assemblyai";
    public static final URI BASE = URI.create("https://streaming.assemblyai.com");

    private final Line line;
    private final String model;
    private final Timing timing;

    /** @param model empty for the one that fits the language */
    public AssemblyAiSpeechToText(
            Way way, URI base, Secret key, String model, Map<String, String> options, Timing timing) {
        this.line = new Line(ID, way, base, key);
        this.model = model;
        this.timing = timing;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public boolean streams() {
        return true;
    }

    @Override
    public Transcribing open(TranscriptionWish wish, TranscriptionListener listener) {
        return new LiveTranscribing(line, Live::new, wish, listener, timing);
    }

    private String model(String language) {
        if (!model.isBlank()) {
            return model;
        }
        String primary = Mouth.primary(language);
        if (primary.equals("en")) {
            return "universal-streaming-english";
        }
        return Set.of("es", "fr", "de", "it", "pt").contains(primary)
                ? "universal-streaming-multilingual"
                : "whisper-rt";
    }

    private final class Live implements Dialect {

        /** The caller knows best where a turn ends: the vendor is told to wait for a word of ours. */
        @Override
        public URI address(TranscriptionWish wish) {
            String model = model(wish.language());
            return Line.socket(line.at(
                    "/v3",
                    "/ws?sample_rate=" + wish.sampleRate() + "&encoding=pcm_s16le&format_turns=true&speech_model="
                            + Mouth.encoded(model)
                            + (model.startsWith("universal-streaming") ? "&end_of_turn_confidence_threshold=1.0" : "")
                            + "&min_turn_silence=10000&max_turn_silence=10000"));
        }

        @Override
        public Map<String, String> headers() {
            return Map.of("Authorization", line.key().value());
        }

        @Override
        public int leastMs() {
            return 60;
        }

        @Override
        public int mostMs() {
            return 500;
        }

        @Override
        public String asking() {
            return "{\"type\":\"ForceEndpoint\"}";
        }

        @Override
        public String goodbye() {
            return "{\"type\":\"Terminate\"}";
        }

        @Override
        public @Nullable String keepAlive() {
            return null;
        }

        @Override
        public boolean tellsSilence() {
            return false;
        }

        @Override
        public Duration settlesWithin() {
            return Duration.ofMillis(1_200);
        }

        @Override
        public Said read(JsonNode message) {
            if (message.path("error").isString()) {
                return new Said.Trouble(SpeechFailed.of(line.failedMidway(message)));
            }
            return message.path("type").asString("").equals("Turn") ? turn(message) : new Said.Nothing();
        }

        private Said turn(JsonNode message) {
            List<RecognisedWord> words = new ArrayList<>();
            for (JsonNode word : message.path("words")) {
                Transcript.add(
                        Transcript.printable(word.path("text").asString("")),
                        word.path("start").asDouble(Double.NaN) / 1_000,
                        word.path("end").asDouble(Double.NaN) / 1_000,
                        Transcript.sure(word.path("confidence")),
                        Integer.MAX_VALUE,
                        words);
            }
            boolean last = message.path("end_of_turn").asBoolean(false);
            // While a turn goes on its transcript lacks the words that may still change.
            String text = last || words.isEmpty()
                    ? Transcript.printable(message.path("transcript").asString(""))
                    : words.stream().map(RecognisedWord::text).collect(Collectors.joining(" "));
            return new Said.Words(
                    message.path("turn_order").asInt(0),
                    words.isEmpty() ? 0 : words.getFirst().startMs(),
                    words.isEmpty() ? 0 : words.getLast().endMs(),
                    text,
                    words,
                    last,
                    last && message.path("turn_is_formatted").asBoolean(false));
        }

        @Override
        public SpeechFailed closed(int status, String reason) {
            return switch (status) {
                case 1008, 4001, 4003 -> SpeechFailed.lasting(ID, "key-refused");
                case 4002 -> SpeechFailed.lasting(ID, "no-credit");
                case 4029 -> SpeechFailed.passing(ID, "too-busy");
                case 3006 -> SpeechFailed.lasting(ID, "request-refused");
                default -> SpeechFailed.passing(ID, "cut-off");
            };
        }
    }
}
