package org.sellmeapen.audio;

import org.sellmeapen.kernel.Problem;

/** There is no program here that decodes what is not WAV. */
public final class DecoderMissing extends Problem {

    static final String REMEDY = "Install the package ffmpeg, or name the program in SELLMEAPEN_FFMPEG.";

    DecoderMissing(String what) {
        super(
                Kind.OPERATOR,
                "decoder-missing",
                501,
                "This is " + what + ", and no decoder runs on this machine. " + REMEDY + " WAV is read without one.");
    }
}
