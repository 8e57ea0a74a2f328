package org.sellmeapen.connections;

import org.sellmeapen.kernel.Problem;

/** A host that no organisation can allow. */
public final class HostRefused extends Problem {
    HostRefused(NotAllowedOut why) {
        super(
                Kind.CALLER,
                "host-refused",
                400,
                "Nothing may leave for " + why.host() + " (" + why.code()
                        + "). Hosts are reached encrypted and at public addresses; a server in the house must be named by"
                        + " an operator in sellmeapen.connections.local-endpoints.");
    }
}
