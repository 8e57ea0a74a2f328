package org.sellmeapen.simulators;

import java.util.List;

/**
 * An answer to be put into a vendor's own frames.
 *
 * @param pieces the words, with the spaces that part them
 */
record Answering(Asked asked, List<String> pieces, Ending ending, Manner manner) {

    boolean noisy() {
        return manner == Manner.NOISY;
    }

    int inputTokens() {
        return asked.system().length() / 4
                + asked.said().stream().mapToInt(text -> text.length() / 4 + 3).sum();
    }

    int cachedTokens() {
        return noisy() ? 2 : 0;
    }

    int outputTokens() {
        return Math.max(1, pieces.size());
    }
}
