package org.sellmeapen.audio;

import org.sellmeapen.kernel.Problem;

/** A recording in a format that is not read here. */
public final class FormatNotRead extends Problem {

    FormatNotRead(String what) {
        super(
                Kind.CALLER,
                "format-not-read",
                415,
                what + " What is read: WAV, mono or stereo, 8, 16, 24 or 32 bit integers, 32 or 64 bit floats.");
    }
}
