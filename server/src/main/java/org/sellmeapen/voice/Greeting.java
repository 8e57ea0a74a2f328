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
    private Mind.@Nullable Reply handedOn;

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
        scene = null;
    }

    /** What came of the last words on the line before; after the greeting, where the scene does not have it already. */
    void handedOn(Mind.Reply reply) {
        handedOn = reply;
        if (over) {
            goOn();
        }
    }

    private void goOn() {
        Mind.Reply later = handedOn;
        Mind.Scene now = scene;
        handedOn = null;
        if (later != null && now != null && later.turns().stream().anyMatch(turn -> turn.i() >= now.nextTurn())) {
            opens.accept(later);
        }
    }

    private void begin() {
        Mind.Scene now = scene;
        ClientMessage.Hello from = hello;
        if (now == null || from == null || over || !isReady) {
            return;
        }
        over = true;
        Mind.SaidTurn latest = now.latest();
        int heardUpTo = from.lastHeardTurn() == null ? -1 : from.lastHeardTurn();
        if (!now.opening().turns().isEmpty()) {
            opens.accept(now.opening());
        } else if (latest != null && heardUpTo < latest.i()) {
            repeats.accept(List.of(latest));
        }
        goOn();
    }
}
