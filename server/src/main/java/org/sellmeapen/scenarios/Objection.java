package org.sellmeapen.scenarios;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.conversation.Act;

/**
 * An obstacle the buyer may raise.
 *
 * @param kind one of the {@code objection_*} acts
 * @param weight 1 a quibble, 2 a doubt, 3 what it all hangs on
 * @param again said when it was brushed off
 * @param half said when it was answered in part
 * @param dissolve said when it was answered
 * @param hint for a person who does not know how to answer it
 */
public record Objection(
        String id,
        Act kind,
        String about,
        int weight,
        Comes comes,
        List<String> raise,
        List<String> again,
        List<String> half,
        List<String> dissolve,
        Resolves resolves,
        Worsens worsens,
        @Nullable String hint) {

    public Objection {
        raise = Lists.copy(raise);
        again = Lists.copy(again);
        half = Lists.copy(half);
        dissolve = Lists.copy(dissolve);
        worsens = worsens == null ? new Worsens(List.of(), List.of()) : worsens;
    }

    /**
     * The moment it fits.
     *
     * @param after acts of the seller after which it may come
     * @param keywords words of the seller after which it may come; either is enough
     * @param fromTurn not before this many turns of the seller
     */
    public record Comes(List<Act> after, List<String> keywords, int fromTurn) {
        public Comes {
            after = Lists.copy(after);
            keywords = Lists.copy(keywords);
        }
    }

    /**
     * @param enough how many of the points must be made
     * @param acts acts that count as a point by themselves, such as {@code proof}
     */
    public record Resolves(int enough, List<Act> acts, List<Point> points) {
        public Resolves {
            acts = Lists.copy(acts);
            points = Lists.copy(points);
        }
    }

    /** @param facts ids of product facts that make the point */
    public record Point(String about, List<String> keywords, List<String> facts) {
        public Point {
            keywords = Lists.copy(keywords);
            facts = Lists.copy(facts);
        }
    }

    public record Worsens(List<Act> acts, List<String> keywords) {
        public Worsens {
            acts = Lists.copy(acts);
            keywords = Lists.copy(keywords);
        }
    }
}
