package org.sellmeapen.training;

import java.util.Locale;

/** Why a rehearsal ended. */
enum EndReason {
    DECIDED,
    ENDED_BY_PERSON,
    TIME_LIMIT,
    ABANDONED;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
