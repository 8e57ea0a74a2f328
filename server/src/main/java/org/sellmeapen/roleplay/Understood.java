package org.sellmeapen.roleplay;

import java.util.List;
import java.util.Set;
import org.sellmeapen.conversation.ActReading;

/**
 * A turn in a foreign language as somebody understood it, checked.
 *
 * @param means the same in the scenario's language
 * @param acts each with the person's own words for it; empty where none could be verified, then {@code means} is read
 * @param tells ids of the hidden facts that the words behind it claim to tell; whether they may is for the mind
 */
public record Understood(String means, List<ActReading> acts, Set<String> tells) {

    public Understood {
        acts = List.copyOf(acts);
        tells = Set.copyOf(tells);
    }

    public Understood(String means, List<ActReading> acts) {
        this(means, acts, Set.of());
    }
}
