package org.sellmeapen.ai;

import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What was understood of an utterance.
 *
 * @param text empty where nothing was said
 * @param words with times; empty where the ear knows none
 * @param last false for a partial text, which may still change
 * @param audioMs how much of the utterance, from its first sample, this is the text of
 */
public record Recognised(String text, List<RecognisedWord> words, boolean last, int audioMs) {

    public Recognised {
        words = List.copyOf(words);
    }

    /** How sure the ear was of its words, on average; null where it does not say. */
    public @Nullable Double sureness() {
        OptionalDouble mean = words.stream()
                .map(RecognisedWord::confidence)
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .average();
        return mean.isPresent() ? mean.getAsDouble() : null;
    }
}
