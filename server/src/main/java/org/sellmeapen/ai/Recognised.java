package org.sellmeapen.ai;

import java.util.List;

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
}
