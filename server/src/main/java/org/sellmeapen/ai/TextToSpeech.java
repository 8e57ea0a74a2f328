package org.sellmeapen.ai;

/** Makes speech from text. Thread-safe. */
public interface TextToSpeech {

    /** How fast the samples come that a {@link SpeechSink} is given, a second. */
    int RATE = 24_000;

    /** Longer utterances are refused with {@code text-too-long}. */
    int LONGEST_TEXT = 4_000;

    /** Kebab-case and stable: {@code espeak-ng}, {@code compatible}, {@code scripted}. */
    String id();

    /** @param language BCP 47; what is behind the first hyphen may be ignored */
    SpeechCoverage covers(String language);

    /** Whether this very text can be spoken, where that hangs on how it is written (kanji). */
    default SpeechCoverage covers(String language, String text) {
        return covers(language);
    }

    /** Makes ready what takes long at the first word (a process, a connection); returns at once. */
    default void warm() {}

    /**
     * Speaks one clause. The sink is told on the calling thread, as the speech is made; when this returns all was handed
     * over. Interrupting the thread ends the work at once, also outside this process. Whatever the text, it is spoken or
     * left out, never obeyed.
     *
     * @throws SpeechFailed also after some audio; whoever falls back to another voice does so only when there was none
     * @throws InterruptedException when the thread was interrupted; the sink is not told anything afterwards
     */
    void speak(Utterance utterance, SpeechSink sink) throws SpeechFailed, InterruptedException;
}
