package org.sellmeapen.ai;

/** Makes text with times from a whole recording, such as one that was uploaded. Thread-safe. */
public interface FileTranscription {

    String id();

    /** The most bytes that are taken. */
    long largest();

    /**
     * Takes as long as the vendor does; interrupting the thread closes the connection.
     *
     * @param audio a file, as its content type says
     * @param contentType such as {@code audio/wav}
     * @param language BCP 47
     * @return its text; {@link Recognised#audioMs()} is the vendor's figure, else the end of the last word
     */
    Recognised transcribe(byte[] audio, String contentType, String language) throws SpeechFailed, InterruptedException;
}
