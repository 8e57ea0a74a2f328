package org.sellmeapen.ai;

import java.util.List;
import org.sellmeapen.kernel.OrganisationId;

/** Who hears and speaks in one for an organisation, as it set it up itself. */
public interface RealtimeModels {

    /**
     * For one call, the preferred first. Left out: whose key is gone, who rests after trouble, whose month's cap is reached.
     * May ask the database; not for a thread that others wait on.
     */
    List<RealtimeModel> inOrder(OrganisationId organisation);
}
