package org.sellmeapen.connections;

import java.net.URI;
import java.net.UnknownHostException;
import org.sellmeapen.kernel.OrganisationId;

/** Writes down what leaves of one organisation for one purpose, having checked it or not. */
@FunctionalInterface
interface Door extends Exit {

    @Override
    Leaving leave(URI address) throws NotAllowedOut, UnknownHostException;

    /** For where an organisation sends something. */
    static Door guarded(OrganisationId organisation, Purpose purpose, boolean redacted, Gate gate, EgressLog log) {
        return address -> {
            Destination destination = Destination.of(address);
            gate.check(organisation, purpose, destination);
            return log.leaving(organisation, purpose, destination, redacted);
        };
    }

    /** For a server that the operator named: that one may stand in the house, and nobody need allow it. */
    static Door operators(OrganisationId organisation, Purpose purpose, EgressLog log) {
        return address -> log.leaving(organisation, purpose, Destination.of(address), false);
    }
}
