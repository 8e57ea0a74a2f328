package org.sellmeapen.training;

import org.sellmeapen.kernel.OrganisationId;

/** A session is being removed, inside this transaction; whoever keeps something of it removes that now. */
public record SessionRemoved(OrganisationId organisation, TrainingSessionId session) {}
