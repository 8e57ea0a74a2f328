package org.sellmeapen.roleplay;

import java.util.List;
import org.sellmeapen.conversation.Counterpart;
import org.sellmeapen.conversation.MarkedTurn;

/** A counterpart whose answers somebody else may word: it decides what is said, and hears how it was said. */
public interface Actor extends Counterpart {

    /**
     * As {@link #hear(String)}, in a language it has no words for: somebody else understood the turn. The turn on record keeps
     * the person's own words.
     */
    List<MarkedTurn> hear(String said, Understood understood);

    /** What the last answer is to convey, and what must not be in it; the same until the next turn is heard. */
    Cue cue();

    /** What the next answer may hold, whatever will be said. */
    Offer offer();

    /** The last answer was worded so; the next turn is heard against these words. */
    void worded(String words);
}
