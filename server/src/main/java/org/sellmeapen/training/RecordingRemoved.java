package org.sellmeapen.training;

import org.sellmeapen.kernel.OrganisationId;

/**
 * A person takes the recording of their session away, inside this transaction; whoever keeps something of its sound removes
 * that now. The session stays.
 */
public record RecordingRemoved(OrganisationId organisation, TrainingSessionId session) {}
