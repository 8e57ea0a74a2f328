package org.sellmeapen.conversation;

import org.jspecify.annotations.Nullable;

/**
 * One utterance in a conversation.
 *
 * @param i 0-based index in its conversation
 * @param startS seconds from the start of the conversation, absent where nobody measured
 * @param endS seconds, absent where nobody measured
 */
public record Turn(
        int i,
        Speaker speaker,
        String text,
        @Nullable Double startS,
        @Nullable Double endS) {

    public Turn(int i, Speaker speaker, String text) {
        this(i, speaker, text, null, null);
    }
}
