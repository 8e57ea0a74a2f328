package org.sellmeapen.training;

import java.util.Map;
import java.util.UUID;
import org.sellmeapen.kernel.AuditTrail;
import org.sellmeapen.kernel.NotFound;
import org.sellmeapen.media.Media;
import org.sellmeapen.media.RecordingView;
import org.sellmeapen.tenancy.SignedIn;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Notes who listens to somebody else's voice, and lets a person take their own away. */
@Service
class RecordingAccess {

    private final TrainingSessions sessions;
    private final Media media;
    private final AuditTrail audit;

    RecordingAccess(TrainingSessions sessions, Media media, AuditTrail audit) {
        this.sessions = sessions;
        this.media = media;
        this.audit = audit;
    }

    @Transactional
    void heard(SignedIn who, UUID session, RecordingView recording) {
        if (!recording.person().equals(who.person())) {
            audit.record(who.organisation(), who.person(), "recording.heard", "session:" + session, Map.of());
        }
    }

    @Transactional
    void remove(SignedIn who, TrainingSessionId id) {
        sessions.find(id)
                .filter(session -> session.person().equals(who.person()))
                .orElseThrow(() -> new NotFound("session"));
        if (media.of(id.value()).isEmpty()) {
            throw new NotFound("recording");
        }
        media.forget(id.value());
        audit.record(who.organisation(), who.person(), "recording.deleted", "session:" + id, Map.of());
    }
}
