package org.sellmeapen.scenarios;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something only the buyer knows, told only when it was earned.
 *
 * @param about its title, shown after the call
 * @param topic the topic under which one may ask for it
 * @param gist it in a clause, to refer back to ("as I said, …")
 * @param figures numbers in it, so that a seller who works with them is noticed
 * @param teasers said instead while it is not yet earned; gives nothing away
 */
public record HiddenFact(
        String id,
        String about,
        String topic,
        List<String> keywords,
        Earned earned,
        String gist,
        List<String> figures,
        List<String> lines,
        List<String> teasers) {

    public HiddenFact {
        keywords = Lists.copy(keywords);
        figures = Lists.copy(figures);
        lines = Lists.copy(lines);
        teasers = Lists.copy(teasers);
    }

    /**
     * @param after ids of facts or topics of which one must have been said before
     * @param trust 0-100, raised or lowered by the level
     * @param interest 0-100
     */
    public record Earned(
            Asked asked,
            List<String> after,
            @Nullable Integer trust,
            @Nullable Integer interest) {
        public Earned {
            after = Lists.copy(after);
        }
    }

    /** The least that a question must be: any at all, one that invites a free answer, or one that goes deeper. */
    public enum Asked {
        ANY,
        OPEN,
        FOLLOW_UP
    }
}
