package org.sellmeapen.roleplay;

import java.util.List;

/**
 * What an answer may hold before it is known what was said: for whoever understands and answers in one breath.
 *
 * @param direction without points
 * @param ifAsked what would be told to whoever asks for it now; what nobody would be told now is not among it
 * @param topics what anybody would be told
 */
public record Offer(Direction direction, List<Earnable> ifAsked, List<String> topics) {

    /** A hidden fact in words that tell it. */
    public record Earnable(String id, String line) {}

    public Offer {
        ifAsked = List.copyOf(ifAsked);
        topics = List.copyOf(topics);
    }
}
