package org.sellmeapen.ai.compatible;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.ai.Recognised;
import org.sellmeapen.ai.RecognisedWord;
import org.sellmeapen.ai.SpeechFailed;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads an answer, {@code json} or {@code verbose_json}; words lie at the top (OpenAI) or in segments (whisper.cpp). */
final class Transcript {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What Whisper writes where nobody speaks. */
    private static final Pattern NO_SPEECH = Pattern.compile("(\\s*[\\[(][^\\])]*[\\])]\\s*)+");

    private static final int LONGEST_TEXT = 100_000;

    private Transcript() {}

    static Recognised of(byte[] answer, int audioMs) throws SpeechFailed {
        JsonNode json;
        try {
            json = JSON.readTree(answer);
        } catch (JacksonException _) {
            throw SpeechFailed.lasting(CompatibleServer.ID, "garbled");
        }
        JsonNode text = json == null ? null : json.get("text");
        if (text == null || !text.isString() || text.stringValue().length() > LONGEST_TEXT) {
            throw SpeechFailed.lasting(CompatibleServer.ID, "garbled");
        }
        String said = printable(text.stringValue());
        if (NO_SPEECH.matcher(said).matches()) {
            said = "";
        }
        List<RecognisedWord> words = new ArrayList<>();
        if (!said.isEmpty()) {
            words(json.path("words"), audioMs, words);
            if (words.isEmpty()) {
                json.path("segments").forEach(segment -> words(segment.path("words"), audioMs, words));
            }
        }
        return new Recognised(said, words, true, audioMs);
    }

    private static void words(JsonNode list, int audioMs, List<RecognisedWord> into) {
        for (JsonNode entry : list) {
            String word = printable(entry.path("word").asString(""));
            double start = entry.path("start").asDouble(Double.NaN);
            double end = entry.path("end").asDouble(Double.NaN);
            if (word.isEmpty() || !(start >= 0) || !(end >= start)) {
                continue; // whisper.cpp counts its markers among the words
            }
            JsonNode probability = entry.path("probability");
            @Nullable
            Double confidence =
                    probability.isNumber() ? Double.valueOf(Math.clamp(probability.doubleValue(), 0, 1)) : null;
            into.add(new RecognisedWord(word, ms(start, audioMs), ms(end, audioMs), confidence));
        }
    }

    private static int ms(double seconds, int audioMs) {
        return (int) Math.min(audioMs, Math.round(seconds * 1_000));
    }

    private static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }
}
