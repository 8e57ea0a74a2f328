package org.sellmeapen.audio;

import org.sellmeapen.kernel.Problem;

/** More bytes than a conversation has in any format. */
public final class RecordingTooLarge extends Problem {

    RecordingTooLarge(long bytes) {
        super(Kind.CALLER, "recording-too-large", 413, "The recording has more than %d MiB.".formatted(bytes >> 20));
    }
}
