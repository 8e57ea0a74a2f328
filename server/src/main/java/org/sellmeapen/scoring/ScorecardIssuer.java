package org.sellmeapen.scoring;

import java.time.Clock;
import org.sellmeapen.conversation.Transcript;
import org.sellmeapen.kernel.Ids;
import org.sellmeapen.tenancy.OrganisationScope;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Judges what was ordered, after the order is committed. The order's row is the claim: a second node, a resubmission
 * after a crash or a repeated event finds it taken or done, so one order never makes two scorecards.
 */
@Component
class ScorecardIssuer {

    private final TransactionTemplate transaction;
    private final Scorecards scorecards;
    private final Rubrics rubrics;
    private final Scorer scorer;
    private final ApplicationEventPublisher events;
    private final Ids ids;
    private final Clock clock;

    ScorecardIssuer(
            TransactionTemplate transaction,
            Scorecards scorecards,
            Rubrics rubrics,
            Scorer scorer,
            ApplicationEventPublisher events,
            Ids ids,
            Clock clock) {
        this.transaction = transaction;
        this.scorecards = scorecards;
        this.rubrics = rubrics;
        this.scorer = scorer;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    @Async
    @TransactionalEventListener(id = "scoring.issue")
    void on(ScorecardOrdered ordered) {
        OrganisationScope.within(ordered.organisation(), () -> {
            transaction.executeWithoutResult(
                    _ -> scorecards.claim(ordered.order()).ifPresent(order -> issue(ordered, order)));
            return null;
        });
    }

    private void issue(ScorecardOrdered ordered, ScorecardOrder order) {
        Transcript transcript = order.transcript();
        Scorecard card = scorer.score(transcript, rubrics.byId(order.rubric()), order.context());
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
