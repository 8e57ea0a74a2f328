package org.sellmeapen.tenancy;

import org.sellmeapen.kernel.TeamId;

/** A team somebody is in, and whether they lead it. */
public record TeamOfPerson(TeamId id, String name, boolean lead) {}
