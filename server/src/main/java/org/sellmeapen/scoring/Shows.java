package org.sellmeapen.scoring;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a quoted span shows about a criterion. */
public enum Shows {
    SUPPORTS,
    HALF,
    CONTRADICTS,
    CHANCE_MISSED;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    static Shows ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
