package org.sellmeapen.privacy;

/** Where in a text something personal stands. */
record Span(int from, int to, Kind kind) {

    /** As it stands in a placeholder, which models keep in capitals as they keep other names. */
    enum Kind {
        NAME,
        EMAIL,
        PHONE,
        CARD,
        IBAN,
        /** What looked like a placeholder before we made any. */
        TEXT
    }
}
