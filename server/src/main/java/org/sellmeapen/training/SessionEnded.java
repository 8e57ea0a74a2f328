package org.sellmeapen.training;

import org.jspecify.annotations.Nullable;
import org.sellmeapen.conversation.Outcome;
import org.sellmeapen.kernel.OrganisationId;
import org.sellmeapen.kernel.PersonId;

/** A rehearsal is over; its scorecard, where there is one to make, follows. */
public record SessionEnded(
        OrganisationId organisation,
        TrainingSessionId session,
        PersonId person,
        @Nullable Outcome outcome) {}
