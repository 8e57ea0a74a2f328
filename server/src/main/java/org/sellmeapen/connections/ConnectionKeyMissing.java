package org.sellmeapen.connections;

import org.sellmeapen.kernel.OrganisationId;
import org.sellmeapen.kernel.Problem;

/** The key file in the data folder is not the one under which this organisation's key was wrapped. */
public final class ConnectionKeyMissing extends Problem {
    ConnectionKeyMissing(OrganisationId organisation) {
        super(
                Kind.OPERATOR,
                "connection-key-missing",
                500,
                "The file keys/connections of the data folder does not open what organisation " + organisation
                        + " keeps sealed. Bring back the file that belongs to this database, or set the keys anew.");
    }
}
