package org.sellmeapen.media;

import java.util.UUID;
import org.sellmeapen.kernel.OrganisationId;

/**
 * A recording was closed, or swept up after a crash, and can be read as a whole. Told again when it is opened, written
 * on and closed once more.
 */
public record RecordingCompleted(OrganisationId organisation, RecordingId recording, UUID subject, double seconds) {}
