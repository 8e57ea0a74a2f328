package org.sellmeapen.speech;

import java.util.List;
import java.util.stream.Stream;

/** A recording in which nobody spoke: how long that was is known; everything else is not. */
final class Silence {

    private static final String NO_SPEECH = "no speech was found in the recording";

    private Silence() {}

    static SpeechReport report(double seconds) {
        List<Unmeasured> notAvailable = Stream.of(
                        "words_per_minute",
                        "words_per_minute_estimated",
                        "articulation_syllables_per_second",
                        "filler_word_count",
                        "filler_words",
                        "fillers_per_minute",
                        "hedges",
                        "boosters",
                        "apologies",
                        "pauses",
                        "response_delays",
                        "clarity_score",
                        "confidence_score",
                        "parts",
                        "recommendations",
                        "channels",
                        "longest_monologue_s",
                        "talk_ratio",
                        "interruptions",
                        "interruption_list",
                        "overlaps")
                .map(name -> new Unmeasured(name, NO_SPEECH))
                .toList();
        return new SpeechReport(
                Rounded.to(seconds, 3),
                0,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                new SpeechReport.Parts(List.of(), List.of()),
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                notAvailable);
    }
}
