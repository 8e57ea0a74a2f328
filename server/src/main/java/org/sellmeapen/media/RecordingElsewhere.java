package org.sellmeapen.media;

import org.sellmeapen.kernel.Problem;

/** It is being written by another node, or lies unfinished on another node's disk. */
public final class RecordingElsewhere extends Problem {
    RecordingElsewhere(RecordingId id) {
        super(
                Kind.OPERATOR,
                "recording-elsewhere",
                503,
                "Recording " + id
                        + " is still with another node. It can be read here as soon as that node finished it.");
    }
}
