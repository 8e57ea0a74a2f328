package org.sellmeapen.signin;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.util.Locale;

/** What a one-time link opens. */
enum LinkKind {
    FIRST_ADMINISTRATOR(Duration.ofHours(24)),
    INVITATION(Duration.ofDays(7)),
    RECOVERY(Duration.ofHours(24));

    private final Duration lifetime;

    LinkKind(Duration lifetime) {
        this.lifetime = lifetime;
    }

    Duration lifetime() {
        return lifetime;
    }

    @JsonValue
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static LinkKind ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
