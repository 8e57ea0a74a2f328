package org.sellmeapen.ai;

/** Takes an answer as it comes. */
@FunctionalInterface
public interface AnswerSink {

    AnswerSink NONE = _ -> {};

    /** The next words, never empty; together they are {@link Answer#text()}. */
    void words(String more);
}
