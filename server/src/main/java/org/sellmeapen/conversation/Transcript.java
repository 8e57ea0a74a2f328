package org.sellmeapen.conversation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who said what, in order. The turns are numbered from 0 without a gap.
 *
 * @param id whatever the source calls it, absent where it has no name
 * @param language BCP 47
 */
public record Transcript(@Nullable String id, String language, List<Turn> turns) {

    public Transcript {
        turns = List.copyOf(turns);
    }

    /** The last utterance of the other side before turn {@code i}, or null. */
    public @Nullable String contextOf(int i) {
        Speaker speaker = turns.get(i).speaker();
        for (int k = i - 1; k >= 0; k--) {
            if (turns.get(k).speaker() != speaker) {
                return turns.get(k).text();
            }
        }
        return null;
    }
}
