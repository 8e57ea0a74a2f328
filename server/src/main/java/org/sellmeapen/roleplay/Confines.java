package org.sellmeapen.roleplay;

import java.util.List;
import org.sellmeapen.scenarios.HiddenFact;

/**
 * What words are held against. Never part of a prompt.
 *
 * @param undisclosed what the other side has not earned
 * @param open everything that may be said, as one text: a word of it gives nothing away
 * @param pack the scenario's language
 * @param agrees it was decided to agree to something in this answer
 * @param commits it was decided to buy, or to meet again
 * @param buys one sits in the buyer's chair
 */
record Confines(
        List<HiddenFact> undisclosed, String open, LanguagePack pack, boolean agrees, boolean commits, boolean buys) {

    Confines {
        undisclosed = List.copyOf(undisclosed);
    }
}
