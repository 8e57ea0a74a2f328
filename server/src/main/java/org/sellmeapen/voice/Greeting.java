package org.sellmeapen.voice;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a call begins with, once the page said hello, the record is known and the middle can work: the counterpart's first
 * words, or once more the last ones that were not heard to their end.
 */
final class Greeting {

    private final Consumer<Mind.Reply> opens;
    private final Consumer<List<Mind.SaidTurn>> repeats;

    private Mind.@Nullable Scene scene;
    private ClientMessage.@Nullable Hello hello;
    private boolean isReady;
    private boolean over;

    Greeting(Consumer<Mind.Reply> opens, Consumer<List<Mind.SaidTurn>> repeats) {
        this.opens = opens;
        this.repeats = repeats;
    }

    boolean isGreeted() {
        return hello != null;
    }

    boolean isReady() {
        return isReady;
    }

    void ready() {
        isReady = true;
        begin();
    }

    void entered(Mind.Scene entered) {
        scene = entered;
        begin();
    }

    void said(ClientMessage.Hello said) {
        hello = said;
        begin();
    }

    /** Nobody is there to be greeted any more. */
    void off() {
        over = true;
    }

    private void begin() {
        Mind.Scene now = scene;
        ClientMessage.Hello from = hello;
        if (now == null || from == null || over || !isReady) {
            return;
        }
        over = true;
        if (!now.opening().turns().isEmpty()) {
            opens.accept(now.opening());
            return;
        }
        Mind.SaidTurn latest = now.latest();
        int heardUpTo = from.lastHeardTurn() == null ? -1 : from.lastHeardTurn();
        if (latest != null && heardUpTo < latest.i()) {
            repeats.accept(List.of(latest));
        }
    }
}
