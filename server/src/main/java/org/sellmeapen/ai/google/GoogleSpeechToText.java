package org.sellmeapen.ai.google;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
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
import org.sellmeapen.ai.sound.Posted;
import org.sellmeapen.ai.sound.Transcript;
import org.sellmeapen.ai.wire.Json;
import org.sellmeapen.ai.wire.Line;
import org.sellmeapen.connections.Secret;
import org.sellmeapen.connections.Way;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Speech-to-Text by plain requests, which take a minute at most: longer utterances are cut where it is quiet. */
public final class GoogleSpeechToText implements SpeechToText {

    public static final URI BASE = URI.create("https://speech.googleapis.com");

    private static final int RATE = FileTranscribing.RATE;
    private static final int MOST = 55 * RATE;
    private static final int FRAME = RATE / 50;

    private final Line line;
    private final Timing timing;
    private final String model;

    public GoogleSpeechToText(Way way, URI base, Secret key, String model, Map<String, String> options, Timing timing) {
        this.line = new Line(GoogleTextToSpeech.ID, way, base, key);
        this.timing = timing;
        this.model = model;
    }

    static HttpRequest asking(Line line, HttpRequest.Builder request) {
        return request.header("x-goog-api-key", line.key().value()).build();
    }

    @Override
    public String id() {
        return GoogleTextToSpeech.ID;
    }

    @Override
    public boolean streams() {
        return false;
    }

    @Override
    public Transcribing open(TranscriptionWish wish, TranscriptionListener listener) {
        return new FileTranscribing(id(), wish, listener, this::hear, timing);
    }

    private Recognised hear(short[] samples, String language, int audioMs) throws SpeechFailed, InterruptedException {
        StringBuilder text = new StringBuilder();
        List<RecognisedWord> words = new ArrayList<>();
        for (int from = 0; from < samples.length; ) {
            int to = cut(samples, from);
            double startS = (double) from / RATE;
            for (JsonNode result :
                    ask(Arrays.copyOfRange(samples, from, to), language).path("results")) {
                JsonNode best = result.path("alternatives").path(0);
                text.append(' ').append(best.path("transcript").asString(""));
                for (JsonNode word : best.path("words")) {
                    Transcript.add(
                            Transcript.printable(word.path("word").asString("")),
                            startS + seconds(word.path("startTime")),
                            startS + seconds(word.path("endTime")),
                            Transcript.sure(word.path("confidence")),
                            audioMs,
                            words);
                }
            }
            from = to;
        }
        return new Recognised(Transcript.printable(text.toString()).replaceAll(" {2,}", " "), words, true, audioMs);
    }

    /** Where to end what is sent: at the quietest moment of its last five seconds. */
    static int cut(short[] samples, int from) {
        if (samples.length - from <= MOST) {
            return samples.length;
        }
        int best = from + MOST;
        long quietest = Long.MAX_VALUE;
        for (int at = from + MOST - FRAME; at >= from + MOST - 5 * RATE; at -= FRAME) {
            long loud = 0;
            for (int i = at; i < at + FRAME; i++) {
                loud += Math.abs(samples[i]);
            }
            if (loud < quietest) {
                quietest = loud;
                best = at + FRAME / 2;
            }
        }
        return best;
    }

    private JsonNode ask(short[] samples, String language) throws SpeechFailed, InterruptedException {
        ObjectNode body = Json.object();
        ObjectNode config = body.putObject("config")
                .put("encoding", "LINEAR16")
                .put("sampleRateHertz", RATE)
                .put("languageCode", Locales.of(language))
                .put("enableWordTimeOffsets", true)
                .put("enableAutomaticPunctuation", true);
        if (!model.isBlank()) {
            config.put("model", model);
        }
        byte[] bytes = new byte[2 * samples.length];
        for (int i = 0; i < samples.length; i++) {
            bytes[2 * i] = (byte) samples[i];
            bytes[2 * i + 1] = (byte) (samples[i] >> 8);
        }
        body.putObject("audio").put("content", Base64.getEncoder().encodeToString(bytes));
        return Posted.answer(line, asking(line, line.post(line.at("/v1", "/speech:recognize"), body)));
    }

    /** Written {@code 1.300s}; nothing where it is nought. */
    private static double seconds(JsonNode time) {
        String written = time.asString("0s");
        return written.matches("\\d{1,6}(\\.\\d{1,9})?s")
                ? Double.parseDouble(written.substring(0, written.length() - 1))
                : Double.NaN;
    }
}
