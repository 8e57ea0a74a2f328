package org.sellmeapen.ai;

/** Makes text from speech. Thread-safe. */
public interface SpeechToText {

    /** Kebab-case and stable: {@code compatible}, {@code vosk}, {@code scripted}. */
    String id();

    /** Whether partial texts come while somebody still speaks; otherwise text comes only when it is asked for. */
    boolean streams();

    /** Whether its texts in that language hold the sounds of hesitation too, by the word of whoever made it. */
    default boolean verbatim(String language) {
        return false;
    }

    /**
     * Opens one person's stream. Returns without waiting for the network.
     *
     * @throws SpeechFailed where it is certain beforehand that nothing will be heard
     */
    Transcribing open(TranscriptionWish wish, TranscriptionListener listener) throws SpeechFailed;
}
