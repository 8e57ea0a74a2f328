package org.sellmeapen.training;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which open tab or program holds a session. Lapses by itself when its heartbeat stops. */
record Lease(UUID holder, Instant until) {

    boolean keepsOut(@Nullable UUID other, Instant now) {
        return now.isBefore(until) && !holder.equals(other);
    }
}
