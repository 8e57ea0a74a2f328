package org.sellmeapen.media;

import org.sellmeapen.kernel.Problem;

/** Its time is over and its sound was removed. */
public final class RecordingGone extends Problem {
    RecordingGone() {
        super(Kind.CALLER, "recording-gone", 410, "This recording was kept as long as it should be, and then removed.");
    }
}
