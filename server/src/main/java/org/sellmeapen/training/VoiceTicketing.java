package org.sellmeapen.training;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.kernel.NotFound;
import org.sellmeapen.media.BeginRecording;
import org.sellmeapen.media.Media;
import org.sellmeapen.media.RecordingState;
import org.sellmeapen.media.RecordingView;
import org.sellmeapen.scenarios.Level;
import org.sellmeapen.scenarios.Script;
import org.sellmeapen.signin.Credential;
import org.sellmeapen.tenancy.Organisation;
import org.sellmeapen.tenancy.SignedIn;
import org.sellmeapen.tenancy.Tenancy;
import org.sellmeapen.voice.Caller;
import org.sellmeapen.voice.IssuedTicket;
import org.sellmeapen.voice.TicketOrder;
import org.sellmeapen.voice.Voice;
import org.sellmeapen.voice.VoiceBrief;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes what a call must know of its rehearsal, and has a ticket made for it. */
@Service
class VoiceTicketing {

    /** An ordinary person's patience with a pause, and how much a very patient one has more. */
    private static final int PATIENCE_MS = 1_500;

    private static final int PATIENCE_A_POINT_MS = 20;
    private static final int ORDINARY = 50;

    /** An impatient expert takes the word after this, a less impatient one later. */
    private static final int CUTS_IN_AFTER_MS = 20_000;

    private static final int CUTS_IN_A_POINT_MS = 200;

    private final TrainingSessions sessions;
    private final CounterpartDesk desk;
    private final Voice voice;
    private final Media media;
    private final RecordingNotes notes;
    private final Tenancy tenancy;
    private final Clock clock;

    VoiceTicketing(
            TrainingSessions sessions,
            CounterpartDesk desk,
            Voice voice,
            Media media,
            RecordingNotes notes,
            Tenancy tenancy,
            Clock clock) {
        this.sessions = sessions;
        this.desk = desk;
        this.voice = voice;
        this.media = media;
        this.notes = notes;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    /** What the person asks for. */
    record Wishes(boolean recording, String activity, int patienceMs) {}

    @Transactional
    IssuedTicket issue(
            SignedIn who,
            Credential credential,
            TrainingSessionId id,
            @Nullable UUID holder,
            @Nullable String origin,
            Wishes wishes) {
        TrainingSession session = sessions.find(id)
                .filter(found -> found.person().equals(who.person()))
                .orElseThrow(() -> new NotFound("session"));
        if (session.isOver()) {
            throw new SessionAlreadyEnded(id);
        }
        session.mayBePlayedBy(holder, clock.instant());
        Script script = desk.scenario(session.casting()).script();
        return voice.ticket(new TicketOrder(
                new Caller(who.organisation(), who.person(), id.value(), holder),
                credential,
                origin,
                new VoiceBrief(
                        session.casting().language(),
                        script.persona().name(),
                        session.casting().seat().counterpart().code(),
                        Math.max(wishes.patienceMs(), patience(script)),
                        cutsInAfter(script, session.casting().level()),
                        sessions.turns(id).size(),
                        instructions(script),
                        recording(who, id, wishes.recording()),
                        wishes.activity())));
    }

    /** Null where this is not recorded; the debrief says why. What was removed or has expired is not begun anew. */
    private @Nullable String recording(SignedIn who, TrainingSessionId id, boolean agreed) {
        Organisation organisation = tenancy.organisation();
        if (!agreed || !organisation.recordVoice()) {
            notes.absent(
                    who.organisation(), id, organisation.recordVoice() ? Absence.NOT_AGREED : Absence.SWITCHED_OFF);
            return null;
        }
        boolean gone = notes.whyAbsent(id).equals(Optional.of(Absence.REMOVED))
                || media.of(id.value()).map(RecordingView::state).equals(Optional.of(RecordingState.EXPIRED));
        return gone
                ? null
                : media.begin(new BeginRecording(
                                id.value(), who.person(), RecordingAccess.RETENTION, organisation.keepRecordingsDays()))
                        .toString();
    }

    private static int patience(Script script) {
        int more = script.persona().temperament().patience() - ORDINARY;
        return PATIENCE_MS + Math.max(0, more) * PATIENCE_A_POINT_MS;
    }

    /** Only experts interrupt, and only those who are impatient by nature. */
    private static int cutsInAfter(Script script, Level level) {
        int patience = script.persona().temperament().patience();
        return level == Level.EXPERT && patience < ORDINARY ? CUTS_IN_AFTER_MS + patience * CUTS_IN_A_POINT_MS : 0;
    }

    /** Who speaks, for a vendor that words and speaks by itself. Nothing hidden is in it: that comes turn by turn. */
    private static String instructions(Script script) {
        Script.Persona persona = script.persona();
        return "You play " + persona.name() + ", " + persona.role()
                + (persona.company() == null ? "" : " at " + persona.company())
                + ", in a rehearsal of a sales conversation. Stay in that role. Never coach, never say that you are a"
                + " program. Say what each instruction of a turn gives you to say, in spoken language, and nothing that it"
                + " does not.";
    }
}
