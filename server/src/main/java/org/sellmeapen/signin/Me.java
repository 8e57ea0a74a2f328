package org.sellmeapen.signin;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.tenancy.Permission;
import org.sellmeapen.tenancy.Role;

/** Who I am here, and what I may do; the first thing a page asks. */
record Me(
        MyAccount person,
        MyPlace organisation,
        Role role,
        List<MyOrganisation> organisations,
        List<MyTeam> teams,
        Set<Permission> permissions,
        @Nullable String csrfToken) {

    record MyAccount(UUID id, String name, String email, String language, String appearance) {}

    record MyPlace(UUID id, String name, boolean demo) {}

    record MyOrganisation(UUID id, String name, Role role) {}

    record MyTeam(UUID id, String name, boolean lead) {}
}
