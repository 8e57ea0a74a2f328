package org.sellmeapen.ai.espeak;

/** A worker died, fell silent or wrote what is no answer. It is not used again. */
final class WorkerBroken extends Exception {

    WorkerBroken(String why) {
        super(why);
    }

    WorkerBroken(String why, Throwable cause) {
        super(why, cause);
    }
}
