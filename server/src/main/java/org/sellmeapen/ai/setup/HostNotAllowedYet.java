package org.sellmeapen.ai.setup;

import java.util.Map;
import org.sellmeapen.kernel.Problem;

/** A model is at a host that the organisation did not allow for this yet, or not any more. */
public final class HostNotAllowedYet extends Problem {

    private final Map<String, Object> facts;

    /** @param host with its port, as {@code allow_hosts} takes it */
    HostNotAllowedYet(String host, EntryCheck.Place place) {
        super(
                Kind.CALLER,
                "host-not-allowed-yet",
                409,
                "Nothing may leave for " + host.replaceAll(":443$", "") + " for this purpose ("
                        + place.purpose().code() + "). Allow the host, or leave out what is asked there.");
        this.facts = Map.of(
                "host", host,
                "purpose", place.purpose().code(),
                "provider", place.entry().provider(),
                "model", place.entry().model());
    }

    @Override
    public Map<String, Object> facts() {
        return facts;
    }
}
