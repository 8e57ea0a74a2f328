package org.sellmeapen.ai;

import org.jspecify.annotations.Nullable;

/** Whether a language can be spoken, and how well. */
public sealed interface SpeechCoverage {

    enum Quality {
        /** Understandable, and a robot: said on the screen wherever it is heard. */
        PREVIEW,
        FULL
    }

    /** @param limit a code of what is written in this language and cannot be spoken, as {@link NotSpoken#code()} says it of such a text */
    record Spoken(Quality quality, @Nullable String limit) implements SpeechCoverage {

        public Spoken(Quality quality) {
            this(quality, null);
        }
    }

    /**
     * @param code stable, kebab-case; the pages translate {@code voice.<code>}
     * @param sentence the same in plain English, for operators and logs
     */
    record NotSpoken(String code, String sentence) implements SpeechCoverage {}
}
