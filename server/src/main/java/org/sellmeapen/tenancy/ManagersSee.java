package org.sellmeapen.tenancy;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Which sessions of their teams managers see. */
public enum ManagersSee {
    ALL,
    SHARED;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ManagersSee ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
