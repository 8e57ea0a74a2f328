package org.sellmeapen.ai.budget;

import org.sellmeapen.connections.Purpose;
import org.sellmeapen.kernel.OrganisationId;

/** What spending is counted by. */
public record Account(OrganisationId organisation, Purpose purpose, String provider, String model) {}
