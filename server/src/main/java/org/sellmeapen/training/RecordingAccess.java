package org.sellmeapen.training;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sellmeapen.kernel.AuditTrail;
import org.sellmeapen.kernel.NotFound;
import org.sellmeapen.media.Media;
import org.sellmeapen.media.RecordingState;
import org.sellmeapen.media.RecordingView;
import org.sellmeapen.tenancy.SignedIn;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Says what there is of a recording or why there is none, notes who listens to somebody else's voice, and lets a person
 * take their own away.
 */
@Service
class RecordingAccess {

    /** The class under which the recordings of rehearsals are kept. */
    static final String RETENTION = "rehearsal";

    private final TrainingSessions sessions;
    private final RecordingNotes notes;
    private final Media media;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RecordingAccess(
            TrainingSessions sessions,
            RecordingNotes notes,
            Media media,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.sessions = sessions;
        this.notes = notes;
        this.media = media;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** What can be heard; empty where there is nothing, or nothing any more. */
    @Transactional(readOnly = true)
    Optional<RecordingView> kept(TrainingSessionId id) {
        return media.of(id.value())
                .filter(found -> found.state() != RecordingState.EXPIRED)
                // One left open by a crash tells no length until it is finished.
                .filter(found -> found.seconds() > 0 || found.state() == RecordingState.OPEN && wasSpoken(id));
    }

    private boolean wasSpoken(TrainingSessionId id) {
        return sessions.turns(id).stream().anyMatch(turn -> turn.sound() != null);
    }

    /** Of a session that has none to be heard. */
    @Transactional(readOnly = true)
    Absence whyNone(TrainingSessionId id) {
        Optional<RecordingState> begun = media.of(id.value()).map(RecordingView::state);
        if (begun.equals(Optional.of(RecordingState.EXPIRED))) {
            return Absence.EXPIRED;
        }
        Optional<Absence> noted = notes.whyAbsent(id);
        if (noted.equals(Optional.of(Absence.REMOVED))) {
            return Absence.REMOVED;
        }
        if (wasSpoken(id)) {
            return noted.orElse(Absence.NOT_MADE);
        }
        // Who agreed once and then was told otherwise is told why.
        return begun.isPresent() ? noted.orElse(Absence.TYPED) : Absence.TYPED;
    }

    @Transactional
    void heard(SignedIn who, UUID session, RecordingView recording) {
        if (!recording.person().equals(who.person())
                && notes.isNew(who.organisation(), session, who.person(), clock.instant())) {
            audit.record(who.organisation(), who.person(), "recording.heard", "session:" + session, Map.of());
        }
    }

    @Transactional
    void remove(SignedIn who, TrainingSessionId id) {
        sessions.find(id)
                .filter(session -> session.person().equals(who.person()))
                .orElseThrow(() -> new NotFound("session"));
        if (kept(id).isEmpty()) {
            throw new NotFound("recording");
        }
        media.forget(id.value());
        notes.absent(who.organisation(), id, Absence.REMOVED);
        events.publishEvent(new RecordingRemoved(who.organisation(), id));
        audit.record(who.organisation(), who.person(), "recording.deleted", "session:" + id, Map.of());
    }
}
