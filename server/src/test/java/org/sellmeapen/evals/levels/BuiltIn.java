package org.sellmeapen.evals.levels;

import org.sellmeapen.conversation.BuiltInActAnalyser;
import org.sellmeapen.roleplay.Roleplay;

/** The counterpart and the analyser as shipped; what is said to it takes the way of everybody's words. */
final class BuiltIn {

    private BuiltIn() {}

    static Table.Buyers buyers() {
        return new Roleplay(BuiltInActAnalyser.english())::seat;
    }
}
