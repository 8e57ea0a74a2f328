package org.sellmeapen.voice;

import org.jspecify.annotations.Nullable;

/**
 * Whether the person takes the word while the counterpart speaks, for who has no page that decides it: a short sound turns
 * the counterpart down, a longer one or words that are no back-channel stop it. A page does the same by itself, sooner.
 */
final class BargeIn {

    /** What it decides. */
    interface Decisions {
        void duck();

        void restore();

        void stop();
    }

    static final int DUCK_MS = 250;
    static final int STOP_MS = 600;

    private final Loop loop;
    private final Decisions decisions;
    private Loop.@Nullable Timer timer;
    private boolean ducked;

    BargeIn(Loop loop, Decisions decisions) {
        this.loop = loop;
        this.decisions = decisions;
    }

    /** @param spokenMs for how long they speak already */
    void speechStarted(long spokenMs) {
        if (timer == null && !ducked) {
            timer = loop.after(Math.max(0, DUCK_MS - spokenMs), this::duck);
        }
    }

    void speechStopped() {
        boolean was = ducked;
        reset();
        if (was) {
            decisions.restore();
        }
    }

    /** Words were understood that are more than a nod. */
    void words() {
        if (timer != null || ducked) {
            stop();
        }
    }

    void reset() {
        if (timer != null) {
            timer.cancel();
            timer = null;
        }
        ducked = false;
    }

    private void duck() {
        ducked = true;
        decisions.duck();
        timer = loop.after(STOP_MS - DUCK_MS, this::stop);
    }

    private void stop() {
        reset();
        decisions.stop();
    }
}
