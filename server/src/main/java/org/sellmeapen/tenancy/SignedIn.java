package org.sellmeapen.tenancy;

import java.util.Set;
import org.sellmeapen.kernel.OrganisationId;
import org.sellmeapen.kernel.PersonId;

/**
 * Who asks, for which organisation; proven, looked up at this very request. A controller takes it as a parameter.
 *
 * @param permissions those of the role, less what an API token was not given
 */
public record SignedIn(PersonId person, OrganisationId organisation, Role role, Set<Permission> permissions) {

    public SignedIn {
        permissions = Set.copyOf(permissions);
    }

    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }
}
