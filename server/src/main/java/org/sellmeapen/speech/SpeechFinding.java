package org.sellmeapen.speech;

import java.util.List;

/**
 * Something that lies outside its norm.
 *
 * @param what pace_fast, pace_slow, fillers, hedges, long_pauses, short_pauses, monologue, talk_share, interruptions
 * @param figure of {@link Measured#figures} that it is about
 * @param size how far outside, as a share of the norm
 * @param reliability 0-1: an estimate weighs half, what a recogniser may have left out a little less than what is heard
 * @param moments where to listen, the clearest first
 */
public record SpeechFinding(
        String what,
        String figure,
        String say,
        double value,
        double norm,
        double size,
        double reliability,
        String formula,
        List<SpeechReport.Moment> moments) {

    double weight() {
        return size * reliability;
    }
}
