package org.sellmeapen.coaching;

import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.sellmeapen.kernel.OrganisationId;
import org.sellmeapen.media.RecordingCompleted;
import org.sellmeapen.tenancy.AccountRemoved;
import org.sellmeapen.tenancy.OrganisationDissolved;
import org.sellmeapen.tenancy.OrganisationScope;
import org.sellmeapen.tenancy.PersonErased;
import org.sellmeapen.tenancy.Tenancy;
import org.sellmeapen.training.RecordingRemoved;
import org.sellmeapen.training.SessionEnded;
import org.sellmeapen.training.SessionRemoved;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/** A rehearsal is heard when it is over and its recording complete, whichever comes last. Hearing it twice changes nothing. */
@Component
class RehearsalListener {

    private final Coaching coaching;
    private final Analyses analyses;
    private final Tenancy tenancy;
    private final TransactionTemplate transaction;

    /** A minute of a call takes about a second of a core; calls that go on need the others. */
    private final Semaphore oneAtATime = new Semaphore(1);

    RehearsalListener(Coaching coaching, Analyses analyses, Tenancy tenancy, TransactionTemplate transaction) {
        this.coaching = coaching;
        this.analyses = analyses;
        this.tenancy = tenancy;
        this.transaction = transaction;
    }

    @Async
    @TransactionalEventListener(id = "coaching.recorded")
    void on(RecordingCompleted completed) throws InterruptedException {
        listen(completed.organisation(), completed.subject());
    }

    @Async
    @TransactionalEventListener(id = "coaching.ended")
    void on(SessionEnded ended) throws InterruptedException {
        listen(ended.organisation(), ended.session().value());
    }

    private void listen(OrganisationId organisation, UUID session) throws InterruptedException {
        oneAtATime.acquire();
        try {
            OrganisationScope.within(organisation, () -> {
                coaching.listen(organisation, session);
                return null;
            });
        } finally {
            oneAtATime.release();
        }
    }

    @EventListener
    void on(SessionRemoved removed) {
        analyses.removeSession(removed.session().value());
    }

    @EventListener
    void on(RecordingRemoved removed) {
        analyses.removeSession(removed.session().value());
    }

    @EventListener
    void on(OrganisationDissolved dissolved) {
        analyses.removeAll(dissolved.organisation());
    }

    @EventListener
    void on(PersonErased erased) {
        analyses.removePerson(erased.person());
    }

    @Async
    @TransactionalEventListener(id = "coaching.account-removed")
    void on(AccountRemoved removed) {
        for (OrganisationId organisation : tenancy.organisations()) {
            OrganisationScope.within(organisation, () -> {
                transaction.executeWithoutResult(_ -> analyses.removePerson(removed.person()));
                return null;
            });
        }
    }
}
