package org.sellmeapen.ai;

/**
 * Whose voice. {@link Voices} chooses one for a person.
 *
 * @param voice one of {@link Voices#NAMES}, which each mouth maps onto a voice of its own, or a voice of the mouth's own
 * @param rate 1 is the voice's usual pace, 0.5 to 2
 * @param pitch 1 is the voice's usual pitch, 0.5 to 2; ignored where a mouth has no such setting
 */
public record VoiceChoice(String voice, double rate, double pitch) {

    public VoiceChoice {
        if (!(rate >= 0.5 && rate <= 2 && pitch >= 0.5 && pitch <= 2)) {
            throw new IllegalArgumentException("rate and pitch lie between 0.5 and 2");
        }
    }
}
