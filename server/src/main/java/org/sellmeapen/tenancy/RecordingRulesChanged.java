package org.sellmeapen.tenancy;

import org.sellmeapen.kernel.OrganisationId;

/**
 * An organisation settled anew how long recordings are kept; whoever has some applies
 * {@link Organisation#keepRecordingsDays()}.
 */
public record RecordingRulesChanged(OrganisationId organisation) {}
