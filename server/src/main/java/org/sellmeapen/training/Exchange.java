package org.sellmeapen.training;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.roleplay.Cue;

/**
 * What one request brought: the session as it stands now, and the turns that are new.
 *
 * @param cue what the last of them, the counterpart's, is to convey; absent where it was brought by an earlier request or
 *     there is none
 */
record Exchange(
        TrainingSession session,
        List<PlayedTurn> turns,
        @Nullable Cue cue) {

    Exchange(TrainingSession session, List<PlayedTurn> turns) {
        this(session, turns, null);
    }

    /** The turn that may be worded anew; the counterpart's, and the last. */
    @Nullable
    PlayedTurn answer() {
        PlayedTurn last = turns.isEmpty() ? null : turns.getLast();
        boolean theirs = last != null
                && last.marked().turn().speaker() == session.casting().seat().counterpart();
        return theirs ? last : null;
    }
}
