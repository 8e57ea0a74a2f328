package org.sellmeapen.signin;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.sellmeapen.kernel.OrganisationId;
import org.sellmeapen.kernel.PersonId;
import org.sellmeapen.kernel.TeamId;
import org.sellmeapen.tenancy.Role;

/** An address that may join an organisation as something. */
record Invitation(
        OrganisationId organisation,
        UUID id,
        String email,
        Role role,
        List<TeamId> teams,
        PersonId invitedBy,
        Instant createdAt,
        Instant expiresAt) {}
