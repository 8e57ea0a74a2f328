package org.sellmeapen.conversation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A turn of a played conversation with everything the counterpart's mind knows about it.
 *
 * @param state the mind after this turn
 * @param moved what this turn moved
 * @param technique the selling technique an AI seller used in it, absent otherwise
 */
public record MarkedTurn(
        Turn turn,
        Phase phase,
        List<ActReading> acts,
        MindView state,
        List<MindMove> moved,
        @Nullable String technique) {

    public MarkedTurn {
        acts = List.copyOf(acts);
        moved = List.copyOf(moved);
    }
}
