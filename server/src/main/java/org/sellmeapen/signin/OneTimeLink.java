package org.sellmeapen.signin;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.kernel.OrganisationId;
import org.sellmeapen.kernel.PersonId;

/**
 * A link that works once, for who holds it.
 *
 * @param organisation which an invitation leads to; of a recovery, whose administrator made it
 * @param person whom a recovery is for
 */
record OneTimeLink(
        LinkKind kind,
        @Nullable OrganisationId organisation,
        @Nullable PersonId person,
        @Nullable UUID invitation,
        Instant createdAt,
        Instant expiresAt) {

    /** A link as it is given away: the only time that its secret is known. */
    record Issued(String url, Instant expiresAt) {}
}
