package org.sellmeapen.scoring;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.conversation.Seat;
import org.sellmeapen.conversation.Speaker;

/**
 * What is looked for in a conversation and what it weighs.
 *
 * @param seat whose behaviour is judged
 * @param spread how far another judging by it would be off
 */
public record Rubric(
        String id,
        int version,
        String title,
        Seat seat,
        Spread spread,
        List<Section> sections,
        List<Criterion> criteria) {

    public Rubric {
        sections = List.copyOf(sections);
        criteria = List.copyOf(criteria);
    }

    /** {@code id@version}. */
    public String address() {
        return id + "@" + version;
    }

    public record Section(String id, String name) {}

    /**
     * What the observations themselves cannot say of the band; measured by the evaluation where there are labelled
     * conversations for the rubric.
     *
     * @param criterion what one criterion wanders by when another judges, as a share of its points
     * @param unsure the same for a criterion that was called unsure
     * @param whole what a whole conversation is misjudged by together, in points of 100
     */
    public record Spread(double criterion, double unsure, double whole) {}

    /**
     * One thing that is looked for.
     *
     * @param quotesFrom the only side whose words may back it, absent where both may
     */
    public record Criterion(
            String id,
            String name,
            String section,
            String means,
            int weight,
            @Nullable Speaker quotesFrom,
            Rule rule,
            Examples examples) {}

    public record Examples(String yes, String partial, String no) {}
}
