package org.sellmeapen.ai.wrappers;

import org.sellmeapen.ai.AnswerSink;

/** Hands words on and remembers how many there were. One answer's; one thread. */
final class Told implements AnswerSink {

    private final AnswerSink sink;
    private long characters;

    Told(AnswerSink sink) {
        this.sink = sink;
    }

    @Override
    public void words(String more) {
        characters += more.length();
        sink.words(more);
    }

    boolean began() {
        return characters > 0;
    }

    long characters() {
        return characters;
    }
}
