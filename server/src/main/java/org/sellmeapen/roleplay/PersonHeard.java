package org.sellmeapen.roleplay;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.conversation.Act;
import org.sellmeapen.conversation.ActReading;

/**
 * One turn of the person in the buyer's chair as the AI seller understood it.
 *
 * @param objection the act of the objection, where it is one
 * @param subjects ids of topics a question in it may be about, strongest first
 * @param fits steps of the pitch, by group and id, whose words fell
 * @param when a date in it
 */
record PersonHeard(
        Words words,
        Does does,
        List<ActReading> acts,
        @Nullable Act objection,
        List<String> subjects,
        List<String> fits,
        @Nullable String when) {

    enum Does {
        STAYS_SILENT,
        MAKES_NO_SENSE,
        GIVES_ORDERS,
        IS_RUDE,
        REFUSES,
        SAYS_HALF_A_NO,
        LEAVES,
        OBJECTS,
        STALLS,
        ASKS,
        WARMS,
        AGREES,
        TELLS
    }
}
