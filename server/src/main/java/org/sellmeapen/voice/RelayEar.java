package org.sellmeapen.voice;

import org.jspecify.annotations.Nullable;

/**
 * Puts the pieces that a vendor's ear wrote down together to the person's turns. The vendor ends a piece at half a second
 * of silence; whether that was the end of the turn is decided here, by the same rules as without a vendor.
 */
final class RelayEar implements TurnTaking.Decisions {

    /** What it tells the relay. */
    interface Told {
        void turn(String text, Mind.Span span, boolean cutOff);

        /** They spoke, and the vendor never said what. */
        void notHeard();

        /** The vendor is to write down what it has. */
        void commit();
    }

    /** No vendor takes longer to write down a piece. */
    private static final int LONGEST_WAIT_MS = 8_000;

    private final Loop loop;
    private final Told told;
    private final TurnTaking turns;
    private final StringBuilder text = new StringBuilder();

    private long startedAtMs;
    private long endedAtMs;
    private boolean cutOff;
    private boolean forced;
    private Loop.@Nullable Timer patience;

    RelayEar(Loop loop, Told told, TurnRules rules, Completeness completeness) {
        this.loop = loop;
        this.told = told;
        this.turns = new TurnTaking(rules, completeness, this, loop);
    }

    boolean isSpeaking() {
        return turns.isSpeaking();
    }

    boolean isQuiet() {
        return turns.isQuiet();
    }

    void started(long atMs) {
        if (turns.isQuiet()) {
            startedAtMs = atMs;
        }
        turns.speechStarted();
    }

    void stopped(long atMs, long agoMs) {
        endedAtMs = atMs;
        turns.speechStopped(agoMs);
        wait(LONGEST_WAIT_MS);
    }

    void heard(String piece) {
        cancelWait();
        if (!piece.isBlank()) {
            text.append(text.isEmpty() ? "" : " ").append(piece.strip());
        }
        if (text.isEmpty()) {
            if (!turns.isSpeaking()) {
                reset(); // it was no word
            }
        } else {
            turns.text(text.toString());
        }
    }

    /** Where on the call clock the turn lies, for who puts nothing together. */
    Mind.Span span() {
        return new Mind.Span(startedAtMs, Math.max(startedAtMs, endedAtMs));
    }

    /** The key was let go, or the microphone shut: they are done. */
    void endNow() {
        forced = true;
        turns.endNow();
        forced = false;
    }

    void reset() {
        cancelWait();
        turns.reset();
        text.setLength(0);
        cutOff = false;
    }

    /** Whether somebody was in the middle of a turn. */
    boolean holdsSomething() {
        return !turns.isQuiet() || !text.isEmpty();
    }

    @Override
    public void mayBeOver() {
        if (!forced) {
            return; // the vendor sees the silence itself
        }
        told.commit();
        wait(LONGEST_WAIT_MS);
        if (!text.isEmpty() && patience != null) {
            turns.text(text.toString());
        }
    }

    @Override
    public void goesOn() {}

    @Override
    public void isOver() {
        cancelWait();
        String whole = text.toString();
        boolean interrupted = cutOff;
        text.setLength(0);
        cutOff = false;
        told.turn(whole, new Mind.Span(startedAtMs, Math.max(startedAtMs, endedAtMs)), interrupted);
    }

    @Override
    public void hasGoneOnTooLong() {
        cutOff = true;
        endNow();
    }

    private void wait(int ms) {
        cancelWait();
        patience = loop.after(ms, () -> {
            reset();
            told.notHeard();
        });
    }

    private void cancelWait() {
        if (patience != null) {
            patience.cancel();
            patience = null;
        }
    }
}
