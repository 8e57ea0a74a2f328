package org.sellmeapen.conversation;

import java.util.List;

/**
 * One act that an analyser reads in an utterance.
 *
 * @param confidence 0-1, calibrated on held-back utterances
 * @param because the words of the utterance, or the names of the cues, that decided
 */
public record ActReading(Act act, double confidence, List<String> because) {

    public ActReading {
        because = List.copyOf(because);
    }
}
