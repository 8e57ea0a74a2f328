package org.sellmeapen.signin;

import java.time.Instant;
import java.util.UUID;
import org.sellmeapen.kernel.OrganisationId;
import org.sellmeapen.kernel.PersonId;

/** One browser that is signed in, for the organisation it looks at now. */
record WebSession(
        UUID id,
        PersonId person,
        OrganisationId organisation,
        String userAgent,
        Instant createdAt,
        Instant lastSeenAt,
        Instant expiresAt) {}
