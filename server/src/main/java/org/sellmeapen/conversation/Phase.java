package org.sellmeapen.conversation;

import java.util.Locale;

/** The stretch of a sales conversation a turn belongs to, in the order a good one walks through them. */
public enum Phase {
    GREETING,
    DISCOVERY,
    POSITIONING,
    CLOSING;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
