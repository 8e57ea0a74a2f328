package org.sellmeapen.training;

import java.util.UUID;

public record TrainingSessionId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
