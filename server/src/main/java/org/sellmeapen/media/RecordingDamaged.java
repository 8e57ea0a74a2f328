package org.sellmeapen.media;

import org.sellmeapen.kernel.Problem;

/** What is stored is not what was written: changed, swapped, cut off, missing, or under a key that is not here. */
public final class RecordingDamaged extends Problem {
    RecordingDamaged(RecordingId id, String what) {
        super(Kind.OPERATOR, "recording-damaged", 500, "Recording " + id + " cannot be read: " + what + ".");
    }
}
