package org.sellmeapen.connections;

import java.io.IOException;

/**
 * Nothing left: the organisation did not allow it, or the address is one that nobody outside may name. Codes:
 * {@code host-not-allowed}, {@code private-address}, {@code not-encrypted}, {@code address-not-understood},
 * {@code names-not-guarded} (this installation cannot hold names to their addresses), {@code egress-not-written} (what
 * left could not be written down any more).
 */
public final class NotAllowedOut extends IOException {

    private final String code;
    private final String host;

    public NotAllowedOut(String code, String host) {
        super(code + ": " + host);
        this.code = code;
        this.host = host;
    }

    public String code() {
        return code;
    }

    public String host() {
        return host;
    }
}
