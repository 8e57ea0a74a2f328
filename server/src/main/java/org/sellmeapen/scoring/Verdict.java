package org.sellmeapen.scoring;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a rubric's rule makes of the observations. {@code NOT_OBSERVED}: the conversation gave no occasion. */
public enum Verdict {
    YES,
    PARTIAL,
    NO,
    NOT_OBSERVED;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    static Verdict ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
