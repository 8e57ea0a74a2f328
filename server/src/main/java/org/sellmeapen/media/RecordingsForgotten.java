package org.sellmeapen.media;

import java.util.List;
import org.sellmeapen.kernel.OrganisationId;

/** The rows are gone, or say so; the files follow. */
record RecordingsForgotten(OrganisationId organisation, List<RecordingId> recordings) {}
