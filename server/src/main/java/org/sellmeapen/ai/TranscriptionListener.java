package org.sellmeapen.ai;

/** Is told one thing at a time, on a thread of the ear's, which must not be blocked. */
public interface TranscriptionListener {

    /** What was understood of the utterance so far; each replaces the one before. */
    default void partial(Recognised text) {}

    /** The answer to {@link Transcribing#endOfUtterance()}. */
    void utterance(Recognised text);

    /** An answer will not come. The stream lives on unless the code is {@code closed}. */
    void failed(SpeechFailed why);
}
