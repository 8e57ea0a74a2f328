package org.sellmeapen.media;

import java.util.UUID;

public record RecordingId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
