package org.sellmeapen.ai.elevenlabs;

import java.util.ArrayList;
import java.util.List;
import org.sellmeapen.ai.RecognisedWord;
import org.sellmeapen.ai.sound.Transcript;
import tools.jackson.databind.JsonNode;

/** Words as Scribe tells them, of a file and on its socket alike; spaces and noises between them have times too. */
final class ScribeWords {

    private ScribeWords() {}

    static List<RecognisedWord> of(JsonNode answer, int audioMs) {
        List<RecognisedWord> words = new ArrayList<>();
        for (JsonNode word : answer.path("words")) {
            if (word.path("type").asString("word").equals("word")) {
                JsonNode likely = word.path("logprob");
                Transcript.add(
                        Transcript.printable(word.path("text").asString("")),
                        word.path("start").asDouble(Double.NaN),
                        word.path("end").asDouble(Double.NaN),
                        likely.isNumber() ? Double.valueOf(Math.min(1, Math.exp(likely.doubleValue()))) : null,
                        audioMs,
                        words);
            }
        }
        return words;
    }
}
