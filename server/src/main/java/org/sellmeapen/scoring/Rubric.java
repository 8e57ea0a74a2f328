package org.sellmeapen.scoring;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.conversation.Seat;
import org.sellmeapen.conversation.Speaker;

/**
 * What is looked for in a conversation and what it weighs.
 *
 * @param seat whose behaviour is judged
 */
public record Rubric(
        String id, int version, String title, Seat seat, List<Section> sections, List<Criterion> criteria) {

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
