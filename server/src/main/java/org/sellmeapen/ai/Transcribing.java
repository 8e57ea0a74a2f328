package org.sellmeapen.ai;

/**
 * One person's open stream. The caller decides where utterances begin and end; an ear that has opinions of its own about
 * that keeps them to itself. One thread at a time.
 *
 * <p>Speculation: at a candidate end call {@link #endOfUtterance()}; if the person goes on, push on and call it again at
 * the next: each answer is the text of the whole utterance so far, and {@link Recognised#audioMs()} says how much of it
 * was heard. When the turn is taken call {@link #nextUtterance()}.
 */
public interface Transcribing extends AutoCloseable {

    /** Mono samples of the utterance; copied before this returns. Never blocks on the network. */
    void audio(short[] samples, int from, int length);

    /**
     * Asks for the text of what was pushed since the last {@link #nextUtterance()} or {@link #discard()}, and keeps it.
     * Answered by one {@link TranscriptionListener#utterance} or {@link TranscriptionListener#failed}, unless a later
     * call overtakes it before it was answered, or {@link #discard()} or {@link #close()} makes it idle. Where nothing
     * was pushed the answer is an empty text.
     */
    void endOfUtterance();

    /** What is pushed from here on belongs to the next utterance. An answer that is still due comes all the same. */
    void nextUtterance();

    /** Forgets what was pushed since (a cough), answers that are due included. */
    void discard();

    /** Ends it all and really closes connections. No answer comes afterwards. Closing twice is fine. */
    @Override
    void close();
}
