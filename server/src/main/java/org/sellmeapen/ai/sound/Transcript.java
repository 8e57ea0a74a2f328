package org.sellmeapen.ai.sound;

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
public final class Transcript {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What Whisper writes where nobody speaks. */
    private static final Pattern NO_SPEECH = Pattern.compile("(\\s*[\\[(][^\\])]*[\\])]\\s*)+");

    private static final int LONGEST_TEXT = 100_000;

    private Transcript() {}

    public static Recognised of(String provider, byte[] answer, int audioMs) throws SpeechFailed {
        try {
            return of(provider, JSON.readTree(answer), audioMs);
        } catch (JacksonException _) {
            throw SpeechFailed.lasting(provider, "garbled");
        }
    }

    public static Recognised of(String provider, JsonNode json, int audioMs) throws SpeechFailed {
        JsonNode text = json.get("text");
        if (text == null || !text.isString() || text.stringValue().length() > LONGEST_TEXT) {
            throw SpeechFailed.lasting(provider, "garbled");
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
            // whisper.cpp counts its markers among the words
            add(word, start, end, sure(entry.path("probability")), audioMs, into);
        }
    }

    /** Adds a word if it is one. @param start in seconds, as {@code end} */
    public static void add(
            String word, double start, double end, @Nullable Double sure, int audioMs, List<RecognisedWord> into) {
        if (!word.isEmpty() && start >= 0 && end >= start) {
            into.add(new RecognisedWord(word, ms(start, audioMs), ms(end, audioMs), sure));
        }
    }

    /** A likelihood, where there is one. */
    public static @Nullable Double sure(JsonNode likelihood) {
        return likelihood.isNumber() ? Double.valueOf(Math.clamp(likelihood.doubleValue(), 0, 1)) : null;
    }

    private static int ms(double seconds, int audioMs) {
        return (int) Math.min(audioMs, Math.round(seconds * 1_000));
    }

    /** As it may be shown: one line, nothing that is no character. */
    public static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }
}
