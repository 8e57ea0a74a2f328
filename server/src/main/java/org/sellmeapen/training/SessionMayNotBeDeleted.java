package org.sellmeapen.training;

import org.sellmeapen.kernel.Problem;

final class SessionMayNotBeDeleted extends Problem {
    SessionMayNotBeDeleted(TrainingSessionId id) {
        super(
                Kind.CALLER,
                "session-may-not-be-deleted",
                403,
                "Your organisation keeps its sessions; " + id + " stays until its time has run out.");
    }
}
