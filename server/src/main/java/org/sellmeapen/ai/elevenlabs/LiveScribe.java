package org.sellmeapen.ai.elevenlabs;

import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.ai.RecognisedWord;
import org.sellmeapen.ai.SpeechFailed;
import org.sellmeapen.ai.TranscriptionWish;
import org.sellmeapen.ai.sound.Dialect;
import org.sellmeapen.ai.sound.Mouth;
import org.sellmeapen.ai.sound.Transcript;
import org.sellmeapen.ai.wire.Json;
import org.sellmeapen.ai.wire.Line;
import tools.jackson.databind.JsonNode;

/**
 * Scribe's realtime socket, committed to by hand. What is committed comes twice, plain and with times, in either order; the one
 * with times settles, the plain one stands in where that never comes. Only words have times, so the rest is dated by what was sent.
 */
final class LiveScribe implements Dialect {

    private static final String ID = ElevenLabsTextToSpeech.ID;

    private final Line line;
    private final String model;
    private final TranscriptionWish wish;
    private final Deque<Integer> asked = new ArrayDeque<>();
    private long sent;
    private int stretch;
    private boolean plainCame;
    private int plainToCome;

    LiveScribe(Line line, String model, TranscriptionWish wish) {
        this.line = line;
        this.model = model;
        this.wish = wish;
    }

    @Override
    public URI address(TranscriptionWish same) {
        return Line.socket(line.at(
                "/v1",
                "/speech-to-text/realtime?model_id=" + Mouth.encoded(model) + "&language_code="
                        + Mouth.encoded(Mouth.primary(wish.language())) + "&audio_format=pcm_" + wish.sampleRate()
                        + "&commit_strategy=manual&include_timestamps=true"));
    }

    @Override
    public Map<String, String> headers() {
        return Map.of("xi-api-key", line.key().value());
    }

    @Override
    public int leastMs() {
        return 100;
    }

    @Override
    public int mostMs() {
        return 500;
    }

    @Override
    public String worded(ByteBuffer samples) {
        sent += samples.capacity() / 2;
        return chunk(Base64.getEncoder().encodeToString(samples.array()), false);
    }

    /** Less is answered with {@code commit_throttled}, and the socket with it. */
    @Override
    public int leastAskedMs() {
        return 300;
    }

    @Override
    public String asking() {
        asked.add(sentMs());
        return chunk("", true);
    }

    private String chunk(String audio, boolean commit) {
        return Json.text(Json.object()
                .put("message_type", "input_audio_chunk")
                .put("audio_base_64", audio)
                .put("commit", commit)
                .put("sample_rate", wish.sampleRate()));
    }

    private int sentMs() {
        return (int) (sent * 1_000 / wish.sampleRate());
    }

    @Override
    public @Nullable String goodbye() {
        return null;
    }

    /** Who is silent for some 15 seconds is hung up on, in good order; the next word opens another. */
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
        String type = message.path("message_type").asString("");
        return switch (type) {
            case "partial_transcript" -> supposed(message, sentMs());
            case "committed_transcript" -> plain(message);
            case "committed_transcript_with_timestamps" -> timed(message);
            // Too little was said to be worth an answer; where that ends the session, its close says so.
            case "commit_throttled", "insufficient_audio_activity", "warning" -> new Said.Nothing();
            default -> message.path("error").isString() ? new Said.Trouble(trouble(type, message)) : new Said.Nothing();
        };
    }

    private Said supposed(JsonNode message, int atMs) {
        String text = Transcript.printable(message.path("text").asString(""));
        int at = Math.max(0, atMs - 1);
        return text.isEmpty() ? new Said.Nothing() : new Said.Words(stretch, at, at, text, List.of(), false, false);
    }

    private Said plain(JsonNode message) {
        if (plainToCome > 0) {
            plainToCome--;
            return new Said.Nothing();
        }
        if (plainCame) { // and of the one before times never came
            next();
        }
        plainCame = true;
        Integer at = asked.peek();
        return supposed(message, at == null ? sentMs() : at);
    }

    private Said timed(JsonNode message) {
        if (plainCame) {
            plainCame = false;
        } else {
            plainToCome++;
        }
        List<RecognisedWord> words = ScribeWords.of(message, Integer.MAX_VALUE);
        int key = stretch;
        Integer to = next();
        int end = Math.max(0, (to == null ? sentMs() : to) - 1);
        return new Said.Words(
                key,
                words.isEmpty() ? end : words.getFirst().startMs(),
                words.isEmpty() ? end : words.getLast().endMs(),
                Transcript.printable(message.path("text").asString("")),
                words,
                true,
                to != null); // else it was committed by the vendor, as long ones are
    }

    private @Nullable Integer next() {
        stretch++;
        return asked.poll();
    }

    private SpeechFailed trouble(String type, JsonNode message) {
        SpeechFailed told = SpeechFailed.of(line.failedMidway(message));
        SpeechFailed known = switch (type) {
            case "auth_error" -> SpeechFailed.lasting(ID, "key-refused");
            case "quota_exceeded" -> SpeechFailed.lasting(ID, "no-credit");
            case "unaccepted_terms" -> SpeechFailed.lasting(ID, "forbidden");
            case "input_error", "invalid_request", "chunk_size_exceeded" -> SpeechFailed.lasting(ID, "request-refused");
            case "rate_limited" -> SpeechFailed.passing(ID, "too-busy");
            case "queue_overflow", "resource_exhausted" -> SpeechFailed.passing(ID, "overloaded");
            case "session_time_limit_exceeded" -> SpeechFailed.passing(ID, "cut-off");
            default -> told;
        };
        return known.saying(told.vendorWords());
    }

    @Override
    public SpeechFailed closed(int status, String reason) {
        return status == 1008 ? SpeechFailed.lasting(ID, "request-refused") : SpeechFailed.passing(ID, "cut-off");
    }
}
