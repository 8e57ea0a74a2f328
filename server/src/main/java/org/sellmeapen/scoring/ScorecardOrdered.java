package org.sellmeapen.scoring;

import java.util.UUID;
import org.sellmeapen.kernel.OrganisationId;

/** Somebody wants a conversation judged; this module hears it itself, after the order is committed. */
public record ScorecardOrdered(OrganisationId organisation, UUID order) {}
