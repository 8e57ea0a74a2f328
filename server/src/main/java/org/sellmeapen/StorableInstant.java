package org.sellmeapen;

import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A time as a caller writes it, but for those beyond what PostgreSQL can hold. */
final class StorableInstant {

    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999Z");

    private StorableInstant() {}

    /** @throws IllegalArgumentException where it is no such time */
    static @Nullable Instant parse(String text) {
        if (text.isEmpty()) {
            return null;
        }
        try {
            Instant instant = Instant.parse(text);
            if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
                throw new IllegalArgumentException("beyond the years 1 to 9999");
            }
            return instant;
        } catch (DateTimeException notATime) {
            throw new IllegalArgumentException("not a time such as 2030-01-31T10:00:00Z", notATime);
        }
    }
}
