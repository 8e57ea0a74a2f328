package org.sellmeapen.scenarios;

import java.util.List;

/**
 * What the buyer would pay for.
 *
 * @param knownThrough ids of hidden facts or topics; the need counts as known once one of them was said
 * @param metBy ids of product facts that answer it
 * @param pleased what the buyer says when it is answered
 */
public record Need(
        String id,
        String what,
        List<String> knownThrough,
        List<String> metBy,
        List<String> keywords,
        List<String> pleased) {

    public Need {
        knownThrough = Lists.copy(knownThrough);
        metBy = Lists.copy(metBy);
        keywords = Lists.copy(keywords);
        pleased = Lists.copy(pleased);
    }
}
