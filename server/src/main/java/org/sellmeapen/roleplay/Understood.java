package org.sellmeapen.roleplay;

import java.util.List;
import org.sellmeapen.conversation.ActReading;

/**
 * A turn in a foreign language as somebody understood it, checked.
 *
 * @param means the same in the scenario's language
 * @param acts each with the person's own words for it; empty where none could be verified, then {@code means} is read
 */
public record Understood(String means, List<ActReading> acts) {

    public Understood {
        acts = List.copyOf(acts);
    }
}
