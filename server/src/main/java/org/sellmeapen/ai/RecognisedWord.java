package org.sellmeapen.ai;

import org.jspecify.annotations.Nullable;

/**
 * @param startMs from the utterance's first sample
 * @param confidence 0 to 1; null where the ear does not say
 */
public record RecognisedWord(
        String text, int startMs, int endMs, @Nullable Double confidence) {}
