package org.sellmeapen.tenancy;

import org.sellmeapen.kernel.OrganisationId;

/** An organisation is being removed, inside this transaction; whoever keeps data of it removes them now. */
public record OrganisationDissolved(OrganisationId organisation) {}
