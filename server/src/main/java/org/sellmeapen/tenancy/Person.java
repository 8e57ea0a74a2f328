package org.sellmeapen.tenancy;

import org.sellmeapen.kernel.PersonId;

/**
 * An account; global, one for each address.
 *
 * @param email normalised: trimmed, lower case
 * @param language BCP 47
 * @param appearance system, light or dark
 */
public record Person(PersonId id, String name, String email, String language, String appearance, long version) {}
