package org.sellmeapen.evals.levels;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sellmeapen.conversation.Outcome;
import org.sellmeapen.scenarios.Level;

/**
 * One talk from the first word to the last.
 *
 * @param seed the same for every level and seller of a pair
 * @param turns turns of the seller
 * @param raised the objections that came up
 * @param repeated the buyer's sentences, and how often each was said, where it was more than once
 * @param fingerprint of all that was said
 * @param transcript one line a turn, empty where nobody will read it
 */
record PlayedGame(
        String scenario,
        Level level,
        String seller,
        int seed,
        Outcome outcome,
        boolean won,
        boolean decided,
        int turns,
        Set<String> raised,
        Map<String, Integer> repeated,
        long fingerprint,
        List<String> transcript) {}
