package org.sellmeapen.ai;

import java.util.List;

/**
 * What texts mean.
 *
 * @param vectors one each, in order, all of one length, scaled to length 1
 * @param inputTokens as the vendor counted; -1 where it did not say
 */
public record Embedded(List<float[]> vectors, int inputTokens) {

    public Embedded {
        vectors = List.copyOf(vectors);
    }

    public boolean isCounted() {
        return inputTokens >= 0;
    }
}
