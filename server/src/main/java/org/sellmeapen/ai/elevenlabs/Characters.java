package org.sellmeapen.ai.elevenlabs;

import org.sellmeapen.ai.sound.Speech;
import tools.jackson.databind.JsonNode;

/** Times of characters on their way to become times of words. */
final class Characters {

    private final Speech speech;
    private final String text;
    private final StringBuilder word = new StringBuilder();
    private double wordFrom;
    private double last;
    private double offset;

    Characters(Speech speech, String text) {
        this.speech = speech;
        this.text = text;
    }

    /** Called before the piece's sound is handed on. */
    void add(JsonNode alignment) {
        JsonNode characters = alignment.path("characters");
        JsonNode starts = alignment.path("character_start_times_seconds");
        JsonNode ends = alignment.path("character_end_times_seconds");
        if (starts.isEmpty() || characters.size() != starts.size()) {
            return;
        }
        // Some answers count from the piece's own beginning, which shows where time would run backwards.
        if (offset + starts.get(0).asDouble(0) < last - 0.001) {
            offset = speech.partMs() / 1_000.0;
        }
        for (int i = 0; i < characters.size(); i++) {
            String character = characters.get(i).asString("");
            double start = offset + starts.get(i).asDouble(0);
            if (character.isBlank()) {
                end();
            } else {
                if (word.isEmpty()) {
                    wordFrom = start;
                }
                word.append(character);
            }
            last = Math.max(last, offset + ends.path(i).asDouble(starts.get(i).asDouble(0)));
        }
    }

    void end() {
        if (!word.isEmpty()) {
            speech.nextWord((int) Math.round(wordFrom * 1_000), word.toString(), text);
            word.setLength(0);
        }
    }
}
