package org.sellmeapen.scenarios;

import java.util.List;
import org.sellmeapen.conversation.Outcome;

/** What a person who takes the buyer's chair is told: who they are, what they want, and what they hold to. */
public record Brief(
        String you,
        String situation,
        List<String> wants,
        List<Hold> holdsTo,
        List<Point> bringsUp,
        List<String> mayGive) {

    public Brief {
        bringsUp = Lists.copy(bringsUp);
        wants = Lists.copy(wants);
        holdsTo = Lists.copy(holdsTo);
        mayGive = Lists.copy(mayGive);
    }

    /** Something the person should bring up. */
    public record Point(String id, String what, List<String> keywords) {
        public Point {
            keywords = Lists.copy(keywords);
        }
    }

    /**
     * A line the person does not cross.
     *
     * @param brokenByOutcomes outcomes that cross it, such as {@code sale} for "sign nothing today"
     * @param brokenBySaying words of the person that cross it
     */
    public record Hold(String id, String what, List<Outcome> brokenByOutcomes, List<String> brokenBySaying) {
        public Hold {
            brokenByOutcomes = Lists.copy(brokenByOutcomes);
            brokenBySaying = Lists.copy(brokenBySaying);
        }
    }
}
