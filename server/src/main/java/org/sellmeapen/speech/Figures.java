package org.sellmeapen.speech;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is compared from one conversation to the next: the seller's side, by the names that the scores use. */
final class Figures {

    private Figures() {}

    static Map<String, Double> of(
            Voice own,
            Scores scores,
            SpeechPack.@Nullable Pace norm,
            @Nullable Exchange exchange,
            Telling.Judged judged) {
        Map<String, Double> figures = new LinkedHashMap<>();
        Voice.Pace pace = own.pace();
        put(figures, "words_per_minute", pace == null ? null : pace.wordsPerMinute(), 1);
        put(figures, "pace_of_fast", pace == null || norm == null ? null : pace.wordsPerMinute() / norm.fast(), 2);
        put(figures, "articulation_syllables_per_second", own.articulation(), 2);
        put(figures, "fillers_per_minute", own.fillersPerMinute(), 2);
        put(figures, "hedges_per_100_words", own.hedgesPerHundredWords(), 2);
        put(figures, "mean_pause_s", own.meanPauseS(), 2);
        put(figures, "long_pauses_per_minute", own.pausesPerMinuteFrom(scores.longPauseS()), 2);
        put(figures, "level_wanders_db", own.levelWandersDb(), 1);
        Span longest = own.longestTurn();
        put(figures, "longest_monologue_s", longest == null ? null : longest.seconds(), 1);
        if (exchange != null) {
            put(figures, "talk_ratio", exchange.talkRatio(), 4);
            List<Exchange.Interruption> byOwn =
                    exchange.interruptions().stream().filter(i -> i.by() == 0).toList();
            put(figures, "interruptions", (double) byOwn.size(), 0);
            put(figures, "mean_response_delay_s", exchange.responseDelaysOf(0).meanS(), 2);
        }
        put(figures, "clarity_score", judged.clarity() == null ? null : (double) judged.clarity(), 0);
        put(figures, "confidence_score", judged.confidence() == null ? null : (double) judged.confidence(), 0);
        put(figures, "speech_s", own.soundingS(), 1);
        put(
                figures,
                "pauses_per_minute",
                own.minutes() <= 0 ? null : own.pauses().count() / own.minutes(),
                2);
        return figures;
    }

    private static void put(Map<String, Double> figures, String name, @Nullable Double value, int digits) {
        if (value != null) {
            figures.put(name, Rounded.to(value, digits));
        }
    }
}
