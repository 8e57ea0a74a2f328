package org.sellmeapen.roleplay;

import java.util.List;

/**
 * What an answer may hold before it is known what was said: for whoever understands and answers in one breath.
 *
 * @param direction without points
 * @param ifAsked what would be told to whoever asks for it now; what nobody would be told now is not among it
 * @param handed what the last answer's model was given and was not to tell; it may have let it slip
 * @param topics what anybody would be told
 */
public record Offer(Direction direction, List<Earnable> ifAsked, List<Earnable> handed, List<String> topics) {

    /**
     * A hidden fact in words that tell it.
     *
     * @param words of it and of asking for it, by which another language may know it
     * @param leaning how much the talk has come to it
     */
    public record Earnable(String id, String line, List<String> words, double leaning) {
        public Earnable {
            words = List.copyOf(words);
        }
    }

    public Offer {
        ifAsked = List.copyOf(ifAsked);
        handed = List.copyOf(handed);
        topics = List.copyOf(topics);
    }
}
