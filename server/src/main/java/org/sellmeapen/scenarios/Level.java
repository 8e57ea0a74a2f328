package org.sellmeapen.scenarios;

import java.util.Locale;

/** How hard the counterpart is to win, easiest first. */
public enum Level {
    EASY,
    MEDIUM,
    HARD,
    EXPERT;

    /** The word in JSON, SQL and content files. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
