package org.sellmeapen.scenarios;

import java.util.Locale;

/** The kind of conversation that is rehearsed. */
public enum Category {
    PEN,
    COLD_CALL,
    DISCOVERY,
    DEMO,
    OBJECTION,
    CLOSING;

    /** The word in JSON, SQL and content files, such as {@code cold_call}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
