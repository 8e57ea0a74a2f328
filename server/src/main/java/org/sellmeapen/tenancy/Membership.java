package org.sellmeapen.tenancy;

import org.sellmeapen.kernel.OrganisationId;
import org.sellmeapen.kernel.PersonId;

/** What a person is in one organisation. Inactive: known and named there, but may not come in. */
public record Membership(OrganisationId organisation, PersonId person, Role role, boolean active, long version) {}
