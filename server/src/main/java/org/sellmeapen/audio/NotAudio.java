package org.sellmeapen.audio;

import org.sellmeapen.kernel.Problem;

/** A file that is no recording, is broken, or contradicts itself. */
public final class NotAudio extends Problem {

    NotAudio(String why) {
        super(Kind.CALLER, "not-audio", 422, why);
    }
}
