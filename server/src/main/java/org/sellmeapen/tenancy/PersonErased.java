package org.sellmeapen.tenancy;

import org.sellmeapen.kernel.OrganisationId;
import org.sellmeapen.kernel.PersonId;

/**
 * A person is being erased from an organisation, inside this transaction and that organisation's scope; whoever keeps
 * something of them removes that now.
 */
public record PersonErased(OrganisationId organisation, PersonId person) {}
