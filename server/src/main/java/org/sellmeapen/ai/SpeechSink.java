package org.sellmeapen.ai;

/**
 * Takes speech as it is made. Times are milliseconds of the audio handed over in this utterance. All on the thread that
 * speaks; whoever blocks here holds back the making.
 */
public interface SpeechSink {

    /** Mono at {@link TextToSpeech#RATE}. The array is the caller's: copy what is kept. */
    void audio(short[] samples, int from, int length);

    /** From this moment on the mouth has this shape; told before or with the audio it belongs to, where it is known. */
    default void viseme(int atMs, Viseme viseme) {}

    /** At this moment the word begins that stands at these characters of the utterance's text; where it is known. */
    default void word(int atMs, int fromChar, int toChar) {}
}
