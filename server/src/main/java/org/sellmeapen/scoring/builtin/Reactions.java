package org.sellmeapen.scoring.builtin;

import org.sellmeapen.conversation.Act;

/** How the buyer takes what was just said; the next turn often tells more about a sentence than its own words. */
final class Reactions {

    private static final Act[] WARM = {Act.AGREEMENT, Act.BUYING_SIGNAL};
    private static final Act[] COOL = {Act.REJECTION, Act.OBJECTION_TRUST, Act.STALL};

    private Reactions() {}

    /** Above 0 pleased, below 0 displeased, between -1.5 and 1.5. */
    static double to(Line said) {
        Line next = Script.buyerAfter(said);
        if (next == null) {
            return 0;
        }
        double words = (next.has("pleased") ? 1 : 0) - (next.has("displeased") ? 1 : 0);
        return words + 0.4 * next.main(WARM) - 0.4 * next.main(COOL);
    }

    /** The mean over all turns of the seller. */
    static double all(Script script) {
        return script.rep.stream().mapToDouble(Reactions::to).average().orElse(0);
    }

    /** Whether the buyer comes back to the same point, still against it. */
    static boolean returns(Line obstacle, Line answer) {
        Line next = Script.buyerAfter(answer);
        return next != null && next.has("contrary") && next.shared(obstacle.stems) > 0;
    }
}
