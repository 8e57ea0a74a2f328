package org.sellmeapen.speech;

import org.sellmeapen.kernel.Problem;

/** More than anybody says in one conversation, and more than is kept in memory. */
public final class RecordingTooLong extends Problem {

    RecordingTooLong(int hours) {
        super(
                Kind.CALLER,
                "recording-too-long",
                413,
                "The recording is longer than " + hours + " hours. Cut it into conversations.");
    }
}
