package org.sellmeapen.media;

import java.time.Instant;
import java.util.UUID;
import org.sellmeapen.kernel.PersonId;

/**
 * @param seconds how long it is; of an open one what is safely on disk, as far as this node knows
 * @param bytes what it takes on disk, encrypted
 * @param retention the class it is kept under
 */
public record RecordingView(
        RecordingId id,
        UUID subject,
        PersonId person,
        RecordingState state,
        Instant startedAt,
        double seconds,
        long bytes,
        String retention,
        Instant keptUntil) {}
