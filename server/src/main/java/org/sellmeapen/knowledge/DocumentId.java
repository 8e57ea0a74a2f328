package org.sellmeapen.knowledge;

import java.util.UUID;

/** One document. */
public record DocumentId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
