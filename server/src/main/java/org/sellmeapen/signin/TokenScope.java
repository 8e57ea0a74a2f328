package org.sellmeapen.signin;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.sellmeapen.kernel.NotValid;

/** What an API token was given of its owner's permissions. Each includes the one before it. */
public enum TokenScope {
    /** Reading what the owner may read, but for administration. */
    READ,
    /** Changing what the owner may change, but for administration. */
    WRITE,
    /** Everything the owner may do. */
    ADMIN;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static TokenScope ofCode(String code) {
        for (TokenScope scope : values()) {
            if (scope.code().equals(code)) {
                return scope;
            }
        }
        throw new NotValid("scopes", "A scope is one of read, write, admin.");
    }
}
