package org.sellmeapen.training;

import java.time.Duration;
import org.sellmeapen.roleplay.Wording;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param lease how long a silent tab keeps a session; tabs repeat their claim every 15 s
 * @param pausedAfter a live session that no tab holds and nobody touched for this long is paused, so that its clock stops
 * @param abandonedAfter an open session nobody touched for this long ends as abandoned
 * @param firstWords so long a model may take to its first clause before the built-in words take its place
 * @param nextWords so long it may fall silent afterwards
 * @param allWords so long an answer may take at all
 */
@ConfigurationProperties("sellmeapen.training")
record TrainingSettings(
        @DefaultValue("45s") Duration lease,
        @DefaultValue("10m") Duration pausedAfter,
        @DefaultValue("24h") Duration abandonedAfter,
        @DefaultValue("1500ms") Duration firstWords,
        @DefaultValue("2500ms") Duration nextWords,
        @DefaultValue("12s") Duration allWords) {

    Wording.Patience patience() {
        return new Wording.Patience(firstWords, nextWords, allWords);
    }
}
