package org.sellmeapen.ai.setup;

import org.sellmeapen.connections.Purpose;
import org.sellmeapen.kernel.Problem;

/** A model is at a host that the organisation did not allow for this yet. */
public final class HostNotAllowedYet extends Problem {
    HostNotAllowedYet(String host, Purpose purpose) {
        super(
                Kind.CALLER,
                "host-not-allowed-yet",
                409,
                "Nothing may leave for " + host + " for " + purpose.code()
                        + " yet. Name the host in allow_hosts to allow it in the same act.");
    }
}
