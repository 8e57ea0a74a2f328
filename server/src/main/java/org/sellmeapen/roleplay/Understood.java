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
 * @param asked those of them with words of the person that ask for it
 * @param handed ids of the hidden facts that whoever understood it was given the words of
 * @param slipped ids of those that its last words had told already, by a quote of these; whether it knew them is for the mind
 */
public record Understood(
        String means,
        List<ActReading> acts,
        Set<String> tells,
        Set<String> asked,
        Set<String> handed,
        Set<String> slipped) {

    public Understood {
        acts = List.copyOf(acts);
        tells = Set.copyOf(tells);
        asked = Set.copyOf(asked);
        handed = Set.copyOf(handed);
        slipped = Set.copyOf(slipped);
    }

    public Understood(String means, List<ActReading> acts) {
        this(means, acts, Set.of(), Set.of(), Set.of(), Set.of());
    }
}
