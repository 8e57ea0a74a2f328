package org.sellmeapen.tenancy;

import org.sellmeapen.kernel.OrganisationId;

/** One of the organisations a person may enter, as that person sees it. */
public record OrganisationOfPerson(OrganisationId id, String name, Role role) {}
