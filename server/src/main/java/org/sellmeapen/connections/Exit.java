package org.sellmeapen.connections;

import java.io.IOException;
import java.net.URI;

/**
 * What has to be passed before something leaves by another transport than that of {@link Way}. May be kept; each departure
 * is checked by what is allowed then. Thread-safe.
 */
@FunctionalInterface
public interface Exit {

    /**
     * Right before a connection to that address is opened. May ask the database and look the name up, and after that a
     * guarded name has public addresses only.
     *
     * @throws NotAllowedOut before anything left
     * @throws java.net.UnknownHostException when there is no such host
     */
    Departure leave(URI address) throws IOException;
}
