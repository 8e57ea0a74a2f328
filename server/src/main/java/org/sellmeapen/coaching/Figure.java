package org.sellmeapen.coaching;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is compared over time.
 *
 * @param name as {@code speech} calls it
 * @param better {@code lower}, {@code higher}, or {@code band} where both sides of a norm are worse
 */
record Figure(String name, String formula, String unit, String better) {

    static final List<Figure> ALL = List.of(
            new Figure(
                    "words_per_minute",
                    "words including fillers / minutes of one's own turns; from syllables where there is no transcript",
                    "1/min",
                    "band"),
            new Figure(
                    "articulation_syllables_per_second",
                    "syllable nuclei / seconds of sound, pauses left out",
                    "1/s",
                    "band"),
            new Figure("fillers_per_minute", "fillers / minutes of one's own turns", "1/min", "lower"),
            new Figure("hedges_per_100_words", "100 x hedges / words", "1/100 words", "lower"),
            new Figure("mean_pause_s", "mean of the silences of 0.25 s and more inside one's own turns", "s", "band"),
            new Figure("pauses_per_minute", "such pauses / minutes of one's own turns", "1/min", "band"),
            new Figure(
                    "long_pauses_per_minute", "pauses of 2 s and more / minutes of one's own turns", "1/min", "lower"),
            new Figure("longest_monologue_s", "longest turn: gaps under 1 s, no reply of 1 s", "s", "lower"),
            new Figure("talk_ratio", "one's own turns / all turns, in seconds; silence counts for nobody", "1", "band"),
            new Figure(
                    "interruptions",
                    "times of beginning 0.3 s or more before the other ended and going on for 1 s",
                    "1",
                    "lower"),
            new Figure("mean_response_delay_s", "mean silence before one takes over from the other", "s", "band"),
            new Figure(
                    "level_wanders_db", "standard deviation of the loudness of whole seconds of speech", "dB", "lower"),
            new Figure("clarity_score", "weighted sum of its parts", "0-100", "higher"),
            new Figure("confidence_score", "weighted sum of its parts", "0-100", "higher"));

    static @Nullable Figure named(String name) {
        return ALL.stream().filter(f -> f.name().equals(name)).findFirst().orElse(null);
    }
}
