package org.sellmeapen.voice;

import org.sellmeapen.ai.SpeechFailed;

/** Counts trouble, and says plainly when a way of speaking is given up for a humbler one. The attempt goes on. */
final class StepDown {

    private static final int FAILURES = 2;
    private static final int NOTHINGS = 5;

    private final Wire wire;
    private int failures;
    private int lates;
    private int nothings;

    StepDown(Wire wire) {
        this.wire = wire;
    }

    /** Whether the ear has to go. */
    boolean earFailed(SpeechFailed why) {
        failures++;
        boolean enough = !why.isPassing() || failures >= FAILURES;
        if (enough) {
            failures = 0;
        }
        return enough;
    }

    /** Whether an ear that is late once more should make room for another. */
    boolean earLate() {
        boolean enough = ++lates >= FAILURES;
        if (enough) {
            lates = 0;
        }
        return enough;
    }

    void earInTime() {
        lates = 0;
    }

    /** Something was taken for speech that held no word; often enough, and the detector hears a room and not a person. */
    boolean nothingHeard() {
        return ++nothings == NOTHINGS;
    }

    void heard() {
        failures = 0;
        nothings = 0;
    }

    void to(ServerMessage.Down down, String why) {
        wire.send(new ServerMessage.SteppedDown(down, why));
    }
}
