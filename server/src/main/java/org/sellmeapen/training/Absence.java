package org.sellmeapen.training;

import java.util.Locale;

/** Why a session has no recording. */
enum Absence {
    /** Nothing of it was spoken. */
    TYPED,
    /** The person did not agree. */
    NOT_AGREED,
    /** The organisation records nothing. */
    SWITCHED_OFF,
    /** Its person took it away. */
    REMOVED,
    /** Its time was over. */
    EXPIRED,
    /** It should have been made, and was not. */
    NOT_MADE;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Absence ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
