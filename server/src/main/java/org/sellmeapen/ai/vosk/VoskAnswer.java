package org.sellmeapen.ai.vosk;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.ai.RecognisedWord;
import org.sellmeapen.ai.SpeechFailed;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An answer of the server: {@code {"partial": "…"}}, or {@code {"text": "…", "result": [{word, start, end, conf}]}}.
 *
 * @param text null in one that is partial
 */
record VoskAnswer(@Nullable String text, @Nullable String partial, List<RecognisedWord> words) {

    static final int LONGEST = 1 << 18;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** @param startMs where in the utterance this connection's audio began */
    static VoskAnswer of(String message, int startMs) throws SpeechFailed {
        JsonNode json;
        try {
            json = JSON.readTree(message);
        } catch (JacksonException _) {
            throw SpeechFailed.lasting(VoskSpeechToText.ID, "garbled");
        }
        JsonNode text = json.path("text");
        JsonNode partial = json.path("partial");
        if (partial.isString()) {
            return new VoskAnswer(null, printable(partial.stringValue()), List.of());
        }
        if (!text.isString()) {
            throw SpeechFailed.lasting(VoskSpeechToText.ID, "garbled");
        }
        List<RecognisedWord> words = new ArrayList<>();
        for (JsonNode entry : json.path("result")) {
            double start = entry.path("start").asDouble(Double.NaN);
            double end = entry.path("end").asDouble(Double.NaN);
            String word = printable(entry.path("word").asString(""));
            if (!word.isEmpty() && start >= 0 && end >= start && end < 86_400) {
                JsonNode sure = entry.path("conf");
                @Nullable
                Double confidence = sure.isNumber() ? Double.valueOf(Math.clamp(sure.doubleValue(), 0, 1)) : null;
                words.add(new RecognisedWord(
                        word,
                        startMs + (int) Math.round(start * 1_000),
                        startMs + (int) Math.round(end * 1_000),
                        confidence));
            }
        }
        return new VoskAnswer(printable(text.stringValue()), null, words);
    }

    private static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }
}
