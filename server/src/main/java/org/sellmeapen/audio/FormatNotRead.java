package org.sellmeapen.audio;

import org.sellmeapen.kernel.Problem;

/** A recording in a format that is not read here. */
public final class FormatNotRead extends Problem {

    FormatNotRead(String what) {
        super(
                Kind.CALLER,
                "format-not-read",
                415,
                what + " What is read: mono or stereo, as WAV, MP3, M4A, Ogg, Opus, FLAC, WebM or AIFF.");
    }
}
