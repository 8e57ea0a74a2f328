package org.sellmeapen.scoring;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.kernel.OrganisationId;

/**
 * A conversation was judged.
 *
 * @param conversation the id under which the activity ordered it
 * @param revision 1 for the first judging
 */
public record ScorecardIssued(
        OrganisationId organisation,
        UUID conversation,
        ScorecardId scorecard,
        int revision,
        @Nullable Integer total,
        @Nullable Band band,
        @Nullable FixFirst fixFirst) {}
