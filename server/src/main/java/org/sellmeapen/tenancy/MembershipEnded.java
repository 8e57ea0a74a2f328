package org.sellmeapen.tenancy;

import org.sellmeapen.kernel.OrganisationId;
import org.sellmeapen.kernel.PersonId;

/**
 * Somebody may no longer enter an organisation: deactivated or removed. Told inside the transaction, so that what lets
 * them in ends with it.
 */
public record MembershipEnded(OrganisationId organisation, PersonId person) {}
