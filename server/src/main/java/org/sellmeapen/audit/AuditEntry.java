package org.sellmeapen.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.kernel.OrganisationId;
import org.sellmeapen.kernel.PersonId;

/**
 * One line of the trail, as it stands in the database.
 *
 * @param at to the microsecond, which is what the database holds
 * @param detail JSON, to the letter as it was written
 */
record AuditEntry(
        OrganisationId organisation,
        UUID id,
        Instant at,
        @Nullable PersonId actor,
        String action,
        String subject,
        String detail) {}
