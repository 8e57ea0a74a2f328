package org.sellmeapen.training;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.conversation.Ending;
import org.sellmeapen.conversation.Outcome;
import org.sellmeapen.kernel.AuditTrail;
import org.sellmeapen.scoring.NoSuchRubric;
import org.sellmeapen.scoring.Scoring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** How a session ends, whoever ends it: stage, order for the scorecard, audit row and event in the caller's transaction. */
@Component
class Endings {

    private static final Logger log = LoggerFactory.getLogger(Endings.class);

    private final TrainingSessions sessions;
    private final CounterpartDesk desk;
    private final Scoring scoring;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    Endings(
            TrainingSessions sessions,
            CounterpartDesk desk,
            Scoring scoring,
            AuditTrail audit,
            ApplicationEventPublisher events) {
        this.sessions = sessions;
        this.desk = desk;
        this.scoring = scoring;
        this.audit = audit;
        this.events = events;
    }

    /** @param ending set where the counterpart decided */
    TrainingSession close(TrainingSession session, EndReason reason, @Nullable Ending ending, Instant now) {
        Outcome outcome = ending == null ? Outcome.UNDECIDED : ending.outcome();
        TrainingSession ended = sessions.save(session.end(reason, outcome, ending, now));
        order(ended);
        audit.record(
                session.organisation(),
                reason == EndReason.ABANDONED || reason == EndReason.TIME_LIMIT ? null : session.person(),
                "session.ended",
                "session:" + session.id(),
                Map.of("reason", reason.code(), "outcome", outcome.code()));
        events.publishEvent(new SessionEnded(session.organisation(), session.id(), session.person(), outcome));
        return ended;
    }

    /** False when there is nothing to judge, because the person said nothing, or nothing to judge by. */
    boolean order(TrainingSession session) {
        List<PlayedTurn> turns = sessions.turns(session.id());
        boolean spoke = turns.stream()
                .anyMatch(t ->
                        t.marked().turn().speaker() == session.casting().seat().person());
        if (!spoke) {
            return false;
        }
        try {
            scoring.order(session.organisation(), desk.order(session, turns));
            return true;
        } catch (NoSuchRubric gone) {
            // The file it was played from named one that is no more: the session must still end.
            log.warn("no scorecard for session={}: {}", session.id(), gone.detail());
            return false;
        }
    }
}
