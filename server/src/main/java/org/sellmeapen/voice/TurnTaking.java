package org.sellmeapen.voice;

import org.jspecify.annotations.Nullable;

/**
 * Decides when the person's turn is over. Silence alone decides little: a text that ends like a sentence is taken soon, one
 * that breaks off in the middle only when patience ends, so that a thinking pause is never cut.
 */
final class TurnTaking {

    /** What it decides. */
    interface Decisions {
        /** They may be done: ask for the text, and prepare an answer to it on probation. */
        void mayBeOver();

        /** They were not: what was prepared is void. */
        void goesOn();

        /** They are: take what was said. */
        void isOver();

        /** They have spoken for so long that the counterpart takes the word. */
        void hasGoneOnTooLong();
    }

    private enum State {
        QUIET,
        SPEAKING,
        PAUSING
    }

    private final TurnRules rules;
    private final Completeness completeness;
    private final Decisions decisions;
    private final Loop loop;

    private State state = State.QUIET;
    private long silentSinceMs;
    private boolean candidate;
    private @Nullable String text;
    private Loop.@Nullable Timer timer;
    private Loop.@Nullable Timer monologue;

    TurnTaking(TurnRules rules, Completeness completeness, Decisions decisions, Loop loop) {
        this.rules = rules;
        this.completeness = completeness;
        this.decisions = decisions;
        this.loop = loop;
    }

    boolean isQuiet() {
        return state == State.QUIET;
    }

    boolean isSpeaking() {
        return state == State.SPEAKING;
    }

    void speechStarted() {
        switch (state) {
            case SPEAKING -> {}
            case QUIET -> {
                state = State.SPEAKING;
                text = null;
                if (rules.monologueMs() > 0) {
                    monologue = loop.after(rules.monologueMs(), this::tooLong);
                }
            }
            case PAUSING -> {
                state = State.SPEAKING;
                cancelTimer();
                if (candidate) {
                    candidate = false;
                    decisions.goesOn();
                }
                text = null;
            }
        }
    }

    /** @param silentMs how long ago they fell silent */
    void speechStopped(long silentMs) {
        if (state != State.SPEAKING) {
            return;
        }
        state = State.PAUSING;
        silentSinceMs = loop.nowMs() - silentMs;
        at(rules.candidateMs(), this::candidateEnd);
    }

    /** The text of the turn so far, as asked for at the candidate end or as it streams in. */
    void text(String said) {
        text = said;
        if (state == State.PAUSING && candidate) {
            at(waitFor(said), this::over);
        }
    }

    /** Nothing more will come of the recogniser for this turn. */
    void noText() {
        if (state == State.PAUSING) {
            text = "";
            at(0, this::over);
        }
    }

    /** Takes the turn now, whatever the silence: the key was released, or something was typed. */
    void endNow() {
        if (state == State.QUIET) {
            return;
        }
        boolean asked = state == State.PAUSING && candidate;
        state = State.PAUSING;
        cancelTimer();
        silentSinceMs = loop.nowMs() - rules.patienceMs();
        if (!asked) {
            candidate = true;
            text = null;
            decisions.mayBeOver();
        } else if (text != null) {
            over();
        }
    }

    /** Forgets the turn. */
    void reset() {
        cancelTimer();
        cancelMonologue();
        state = State.QUIET;
        candidate = false;
        text = null;
    }

    private void candidateEnd() {
        candidate = true;
        String known = text;
        decisions.mayBeOver();
        if (known != null && text != null && state == State.PAUSING) {
            at(waitFor(text), this::over);
        }
    }

    private int waitFor(String said) {
        return switch (completeness.of(said)) {
            case FINISHED -> rules.finishedMs();
            case OPEN -> rules.openMs();
            case BROKEN_OFF -> rules.patienceMs();
        };
    }

    private void over() {
        reset();
        decisions.isOver();
    }

    private void tooLong() {
        monologue = null;
        if (state != State.QUIET) {
            decisions.hasGoneOnTooLong();
        }
    }

    private void at(int silenceMs, Runnable what) {
        cancelTimer();
        timer = loop.after(Math.max(0, silentSinceMs + silenceMs - loop.nowMs()), () -> {
            timer = null;
            what.run();
        });
    }

    private void cancelTimer() {
        if (timer != null) {
            timer.cancel();
            timer = null;
        }
    }

    private void cancelMonologue() {
        if (monologue != null) {
            monologue.cancel();
            monologue = null;
        }
    }
}
