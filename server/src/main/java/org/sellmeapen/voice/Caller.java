package org.sellmeapen.voice;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.kernel.OrganisationId;
import org.sellmeapen.kernel.PersonId;

/**
 * Who is on the line, as the ticket's stored row says.
 *
 * @param conversation the session the call belongs to
 * @param holder which tab or program holds the session
 */
public record Caller(
        OrganisationId organisation,
        PersonId person,
        UUID conversation,
        @Nullable UUID holder) {}
