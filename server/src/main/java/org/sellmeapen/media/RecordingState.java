package org.sellmeapen.media;

import java.util.Locale;

public enum RecordingState {
    /** Still being written, or left open by a crash and not yet swept up. */
    OPEN,
    COMPLETE,
    /** Its time is over: the row tells that there was one, the sound is gone. */
    EXPIRED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static RecordingState ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
