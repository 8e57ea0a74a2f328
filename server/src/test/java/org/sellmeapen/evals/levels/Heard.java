package org.sellmeapen.evals.levels;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a seller made of the buyer's last words.
 *
 * @param echoes clauses that can be said back, already turned to the second person
 * @param bits short noun phrases that can be named again
 */
record Heard(
        String text,
        Set<Sense> senses,
        boolean asks,
        boolean objects,
        List<String> echoes,
        List<String> bits,
        List<Quantity> quantities) {

    boolean has(Sense sense) {
        return senses.contains(sense);
    }

    Optional<Sense> obstacle() {
        return objects ? Sense.OBJECTIONS.stream().filter(senses::contains).findFirst() : Optional.empty();
    }
}
