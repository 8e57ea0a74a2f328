package org.sellmeapen.voice;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Sends the voice a little ahead of where it sounds: far enough that no hiccup is heard, near enough that little is thrown
 * away when the person takes the word.
 */
final class Outgoing {

    /** Is told what was really sent, and when. */
    interface Sent {
        void speech(Frame.Speech speech);
    }

    static final int AHEAD_MS = 1_200;

    private static final int TICK_MS = 100;

    private final Loop loop;
    private final Wire wire;
    private final Sent sent;
    private final Deque<Frame> queue = new ArrayDeque<>();

    private long queuedMs;
    private long sentMs;
    private long startedAtMs = -1;
    private Loop.@Nullable Timer tick;

    Outgoing(Loop loop, Wire wire, Sent sent) {
        this.loop = loop;
        this.wire = wire;
        this.sent = sent;
    }

    /** Past everything that waits. */
    void urgent(ServerMessage message) {
        wire.send(message);
    }

    void add(Frame frame) {
        queue.add(frame);
        if (frame instanceof Frame.Speech speech) {
            queuedMs += speech.ms();
        }
        pump();
    }

    /** How much speech still waits here, in milliseconds. */
    long waitingMs() {
        return queuedMs;
    }

    /** How much was sent that cannot have sounded yet, in milliseconds. */
    long aheadMs() {
        return startedAtMs < 0 ? 0 : Math.max(0, startedAtMs + sentMs - loop.nowMs());
    }

    /** Throws away what was not sent yet. */
    void drop() {
        for (Frame frame : queue) {
            if (frame instanceof Frame.Speech speech) {
                speech.pcm().release();
            }
        }
        queue.clear();
        queuedMs = 0;
        startedAtMs = -1;
        sentMs = 0;
        if (tick != null) {
            tick.cancel();
            tick = null;
        }
    }

    private void pump() {
        while (!queue.isEmpty()) {
            Frame next = queue.peek();
            if (next instanceof Frame.Speech && (aheadMs() >= AHEAD_MS || !wire.takesMore())) {
                later();
                return;
            }
            queue.remove();
            switch (next) {
                case Frame.Control control -> wire.send(control.message());
                case Frame.Speech speech -> speak(speech);
            }
        }
    }

    private void speak(Frame.Speech speech) {
        if (aheadMs() == 0) {
            startedAtMs = loop.nowMs(); // the first of a turn, or after it ran dry
            sentMs = 0;
        }
        sentMs += speech.ms();
        queuedMs -= speech.ms();
        sent.speech(speech);
        wire.audio20(speech.pcm());
    }

    private void later() {
        if (tick == null) {
            tick = loop.after(TICK_MS, () -> {
                tick = null;
                pump();
            });
        }
    }
}
