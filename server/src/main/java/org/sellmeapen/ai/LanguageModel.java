package org.sellmeapen.ai;

/** Answers in words. Thread-safe. Adapters, wrappers around them and scripted ones all are one. */
public interface LanguageModel {

    /** The provider: kebab-case and stable, such as {@code openai}, {@code ollama}, {@code scripted}. */
    String id();

    /**
     * Answers once. The sink is told on the calling thread, as the words come; when this returns the answer is whole.
     * Interrupting the thread ends the work at once and closes the connection, so that the vendor stops too.
     *
     * @throws ModelFailed also after some words; whoever falls back to another model does so only when there were none
     * @throws InterruptedException when the thread was interrupted; the sink is not told anything afterwards
     */
    Answer answer(Prompt prompt, AnswerSink sink) throws ModelFailed, InterruptedException;
}
