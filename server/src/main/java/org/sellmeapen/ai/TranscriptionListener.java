package org.sellmeapen.ai;

/**
 * Is told one thing at a time, on a thread of the ear's or inside a call of {@link Transcribing}; neither may be blocked,
 * nor may a lock be held in such a call that the listener wants too.
 */
public interface TranscriptionListener {

    /** What was understood of the utterance so far; each replaces the one before. */
    default void partial(Recognised text) {}

    /** The answer to {@link Transcribing#endOfUtterance()}. */
    void utterance(Recognised text);

    /**
     * The answer to {@link Transcribing#endOfUtterance()} takes longer than it may. It is still waited for, and comes by {@link
     * #utterance} or {@link #failed} all the same: words that are late are words.
     */
    default void late(SpeechFailed why) {}

    /** An answer will not come. The stream lives on unless the code is {@code closed}. */
    void failed(SpeechFailed why);
}
