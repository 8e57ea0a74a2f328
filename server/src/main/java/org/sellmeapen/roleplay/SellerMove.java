package org.sellmeapen.roleplay;

import org.jspecify.annotations.Nullable;
import org.sellmeapen.conversation.Outcome;
import org.sellmeapen.conversation.Phase;

/**
 * What the AI seller says in one turn.
 *
 * @param technique absent in a turn without one
 * @param because the part of the script it comes from
 * @param ends how the conversation ends with it, if it does
 */
record SellerMove(
        String text,
        @Nullable String technique,
        @Nullable Phase phase,
        String because,
        @Nullable Outcome ends) {

    SellerMove(String text, @Nullable String technique, @Nullable Phase phase, String because) {
        this(text, technique, phase, because, null);
    }

    /** The same with something said before it; the technique is that of what it leads to. */
    SellerMove after(@Nullable String opening) {
        return opening == null ? this : new SellerMove(opening + " " + text, technique, phase, because, ends);
    }

    SellerMove in(Phase other) {
        return new SellerMove(text, technique, other, because, ends);
    }

    boolean asks() {
        return text.endsWith("?");
    }
}
