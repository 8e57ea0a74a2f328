package org.sellmeapen.connections;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.sellmeapen.kernel.OrganisationId;

/** Decides whether something may leave for a place, right before it does. Thread-safe. */
final class Gate {

    /** Whether an organisation lets anything go there for that. */
    interface Allowing {
        boolean has(OrganisationId organisation, Purpose purpose, Destination destination);
    }

    /** Addresses of a name, those of a guarded one being public. */
    interface Names {

        /** @return false where names cannot be guarded, so that nothing may leave */
        boolean guard(String host);

        boolean isEmptied(String host);

        InetAddress[] addresses(String host) throws UnknownHostException;

        Names OF_JAVA = new Names() {
            @Override
            public boolean guard(String host) {
                return GuardedNames.guard(host);
            }

            @Override
            public boolean isEmptied(String host) {
                return GuardedNames.isEmptied(host);
            }

            @Override
            public InetAddress[] addresses(String host) throws UnknownHostException {
                return InetAddress.getAllByName(host);
            }
        };
    }

    private final Allowing allowing;
    private final LocalEndpoints local;
    private final Names names;

    Gate(Allowing allowing, LocalEndpoints local, Names names) {
        this.allowing = allowing;
        this.local = local;
        this.names = names;
    }

    /** @throws UnknownHostException when there is no such host */
    void check(OrganisationId organisation, Purpose purpose, Destination destination)
            throws NotAllowedOut, UnknownHostException {
        if (!allowing.has(organisation, purpose, destination)) {
            throw new NotAllowedOut("host-not-allowed", destination.host());
        }
        mustBeSafe(destination);
    }

    /** What can be said of a place without asking anybody for its address. */
    void mustBePossible(Destination destination) throws NotAllowedOut {
        if (local.names(destination)) {
            return;
        }
        if (!destination.encrypted()) {
            throw new NotAllowedOut("not-encrypted", destination.host());
        }
        InetAddress literal = destination.literal();
        if (destination.isLocalByName()) {
            throw new NotAllowedOut("private-address", destination.host());
        }
        // A host of the house cannot be guarded, since its named port must stay in reach; so its other ports are not.
        if (literal != null ? !PublicAddresses.has(literal) : local.namesHostOf(destination)) {
            throw new NotAllowedOut("private-address", destination.host());
        }
    }

    /** The rules that no organisation can change. */
    private void mustBeSafe(Destination destination) throws NotAllowedOut, UnknownHostException {
        mustBePossible(destination);
        String host = destination.host();
        if (local.names(destination) || destination.literal() != null) {
            return;
        }
        if (!names.guard(host)) {
            throw new NotAllowedOut("names-not-guarded", host);
        }
        InetAddress[] found;
        try {
            found = names.addresses(host);
        } catch (UnknownHostException unknown) {
            if (names.isEmptied(host)) {
                throw new NotAllowedOut("private-address", host);
            }
            throw unknown;
        }
        // What Java remembers from before the name was guarded: a connection would use it too.
        if (!Arrays.stream(found).allMatch(PublicAddresses::has)) {
            throw new NotAllowedOut("private-address", host);
        }
    }
}
