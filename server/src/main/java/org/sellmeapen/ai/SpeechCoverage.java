package org.sellmeapen.ai;

/** Whether a language can be spoken, and how well. */
public sealed interface SpeechCoverage {

    enum Quality {
        /** Understandable, and a robot: said on the screen wherever it is heard. */
        PREVIEW,
        FULL
    }

    record Spoken(Quality quality) implements SpeechCoverage {}

    /**
     * @param code stable, kebab-case; the pages translate {@code voice.<code>}
     * @param sentence the same in plain English, for operators and logs
     */
    record NotSpoken(String code, String sentence) implements SpeechCoverage {}
}
