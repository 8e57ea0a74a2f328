package org.sellmeapen.media;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.kernel.OrganisationId;
import org.sellmeapen.kernel.PersonId;

/**
 * The row of a recording.
 *
 * @param samples as counted when it was last finished
 * @param spool in which folder it lies unfinished
 * @param storedAs what it is called in the store, once it is there
 */
record StoredRecording(
        OrganisationId organisation,
        RecordingId id,
        UUID subject,
        PersonId person,
        RecordingState state,
        String retention,
        Instant keptUntil,
        Instant startedAt,
        long samples,
        long bytes,
        @Nullable UUID spool,
        @Nullable String storedAs) {

    RecordingView view(long samplesNow, long bytesNow) {
        return new RecordingView(
                id,
                subject,
                person,
                state,
                startedAt,
                (double) samplesNow / Segment.RATE,
                bytesNow,
                retention,
                keptUntil);
    }
}
