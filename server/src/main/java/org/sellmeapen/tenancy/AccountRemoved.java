package org.sellmeapen.tenancy;

import org.sellmeapen.kernel.PersonId;

/** An account is being removed, inside this transaction. */
public record AccountRemoved(PersonId person) {}
