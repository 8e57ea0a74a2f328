package org.sellmeapen.connections;

import java.util.UUID;

/** Names a key of another house that an organisation keeps here. */
public record KeyId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
