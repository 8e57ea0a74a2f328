package org.sellmeapen.signin;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.kernel.OrganisationId;
import org.sellmeapen.kernel.PersonId;
import org.sellmeapen.tenancy.Permission;

/** What a program signs in with, for one person in one organisation. */
record ApiToken(
        UUID id,
        OrganisationId organisation,
        PersonId person,
        String name,
        Set<TokenScope> scopes,
        Instant createdAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant expiresAt) {

    private static final Set<Permission> ADMINISTRATION = EnumSet.of(
            Permission.MANAGE_PEOPLE, Permission.MANAGE_TEAMS, Permission.MANAGE_ORGANISATION, Permission.SEE_AUDIT);

    Set<Permission> allowedOf(Set<Permission> owners) {
        if (scopes.contains(TokenScope.ADMIN)) {
            return owners;
        }
        EnumSet<Permission> allowed = EnumSet.noneOf(Permission.class);
        allowed.addAll(owners);
        allowed.removeAll(ADMINISTRATION);
        return allowed;
    }
}
