package org.sellmeapen.training;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.sellmeapen.kernel.AuditTrail;
import org.sellmeapen.tenancy.OrganisationScope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What happens to sessions when nobody does anything: they are paused, ended, and one day removed. Each call is one transaction. */
@Service
class TimeRules {

    private final TrainingSessions sessions;
    private final Endings endings;
    private final SessionRemoval removal;
    private final AuditTrail audit;
    private final Clock clock;
    private final TrainingSettings settings;

    TimeRules(
            TrainingSessions sessions,
            Endings endings,
            SessionRemoval removal,
            AuditTrail audit,
            Clock clock,
            TrainingSettings settings) {
        this.sessions = sessions;
        this.endings = endings;
        this.removal = removal;
        this.audit = audit;
        this.clock = clock;
        this.settings = settings;
    }

    /** Pauses the live sessions that nobody holds any more, in the organisation in scope. */
    @Transactional
    int pauseLeft(int atMost) {
        Instant now = clock.instant();
        List<TrainingSession> left =
                sessions.lockLeft(now.minus(settings.lease()), now.minus(settings.pausedAfter()), atMost);
        left.forEach(session -> sessions.save(session.left()));
        return left.size();
    }

    /** Ends what has run out of time or was abandoned, in the organisation in scope. */
    @Transactional
    int endOverdue(int atMost) {
        Instant now = clock.instant();
        List<TrainingSession> overdue = sessions.lockOverdue(now.minus(settings.abandonedAfter()), now, atMost);
        for (TrainingSession session : overdue) {
            boolean late = session.timeIsUp(now);
            endings.close(session, late ? EndReason.TIME_LIMIT : EndReason.ABANDONED, null, now);
        }
        return overdue.size();
    }

    /** Removes what the organisation in scope no longer keeps. */
    @Transactional
    int removeExpired(int keptDays, int atMost) {
        List<TrainingSessionId> expired =
                sessions.endedBefore(clock.instant().minus(Duration.ofDays(keptDays)), atMost);
        for (TrainingSessionId id : expired) {
            removal.remove(id);
            audit.record(OrganisationScope.current(), null, "session.expired", "session:" + id, Map.of());
        }
        return expired.size();
    }
}
