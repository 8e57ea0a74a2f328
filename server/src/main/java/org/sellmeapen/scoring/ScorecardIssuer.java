package org.sellmeapen.scoring;

import java.time.Clock;
import java.util.Optional;
import org.sellmeapen.kernel.Ids;
import org.sellmeapen.tenancy.OrganisationScope;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Judges what was ordered, after the order is committed. The order's row decides whose card is issued: a second node, a
 * resubmission after a crash or a repeated event finds it done, so one order never makes two scorecards.
 */
@Component
class ScorecardIssuer {

    private final TransactionTemplate transaction;
    private final Scorecards scorecards;
    private final Rubrics rubrics;
    private final Judges judges;
    private final ApplicationEventPublisher events;
    private final Ids ids;
    private final Clock clock;

    ScorecardIssuer(
            TransactionTemplate transaction,
            Scorecards scorecards,
            Rubrics rubrics,
            Judges judges,
            ApplicationEventPublisher events,
            Ids ids,
            Clock clock) {
        this.transaction = transaction;
        this.scorecards = scorecards;
        this.rubrics = rubrics;
        this.judges = judges;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    @Async
    @TransactionalEventListener(id = "scoring.issue")
    void on(ScorecardOrdered ordered) {
        OrganisationScope.within(ordered.organisation(), () -> {
            Optional<ScorecardOrder> open = transaction.execute(_ -> scorecards.claim(ordered.order()));
            if (open != null && open.isPresent()) {
                judge(ordered, open.get());
            }
            return null;
        });
    }

    /** A model may take its time, for which no transaction may wait; who comes second finds the order done. */
    private void judge(ScorecardOrdered ordered, ScorecardOrder order) {
        Scorecard card = judges.of(ordered.organisation())
                .score(order.transcript(), rubrics.byId(order.rubric()), order.context());
        transaction.executeWithoutResult(
                _ -> scorecards.claim(ordered.order()).ifPresent(_ -> issue(ordered, order, card)));
    }

    private void issue(ScorecardOrdered ordered, ScorecardOrder order, Scorecard card) {
        IssuedScorecard issued = new IssuedScorecard(
                new ScorecardId(ids.next()),
                order.conversation(),
                scorecards.nextRevision(order.conversation()),
                "judge",
                clock.instant(),
                order.hintsUsed(),
                card);
        scorecards.add(ordered.organisation(), issued);
        scorecards.done(ordered.order());
        events.publishEvent(new ScorecardIssued(
                ordered.organisation(),
                order.conversation(),
                issued.id(),
                issued.revision(),
                card.total(),
                card.band(),
                card.fixFirst()));
    }
}
