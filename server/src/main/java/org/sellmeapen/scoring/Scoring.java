package org.sellmeapen.scoring;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sellmeapen.conversation.Transcript;
import org.sellmeapen.kernel.Ids;
import org.sellmeapen.kernel.OrganisationId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The front door: order a scorecard, read what was issued. */
@Service
public class Scoring {

    private final Scorecards scorecards;
    private final Rubrics rubrics;
    private final ApplicationEventPublisher events;
    private final Ids ids;
    private final Judges judges;

    Scoring(Scorecards scorecards, Rubrics rubrics, ApplicationEventPublisher events, Ids ids, Judges judges) {
        this.scorecards = scorecards;
        this.rubrics = rubrics;
        this.events = events;
        this.ids = ids;
        this.judges = judges;
    }

    /** Who judges for that organisation: a provider, absent where it is the built-in judge. */
    public Optional<String> judge(OrganisationId organisation) {
        return judges.provider(organisation);
    }

    /** A card that is kept nowhere, by the organisation's judge. Blocks as long as a model takes; opens no transaction for it. */
    public Scorecard score(OrganisationId organisation, Transcript transcript, String rubric) {
        return judges.of(organisation).score(transcript, rubrics.byId(rubric), ScoringContext.none());
    }

    /** Takes the order in the caller's transaction; the judging follows the commit and ends in {@link ScorecardIssued}. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void order(OrganisationId organisation, ScorecardOrder order) {
        rubrics.byId(order.rubric());
        UUID id = ids.next();
        scorecards.addOrder(organisation, id, order);
        events.publishEvent(new ScorecardOrdered(organisation, id));
    }

    @Transactional(readOnly = true)
    public Optional<IssuedScorecard> latest(UUID conversation) {
        return scorecards.latest(conversation);
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<IssuedScorecard> revisions(UUID conversation) {
        return scorecards.revisions(conversation);
    }

    /** Whether a judging of this conversation is still under way. */
    @Transactional(readOnly = true)
    public boolean isBeingMade(UUID conversation) {
        return scorecards.hasOpenOrder(conversation);
    }

    /** Drops everything kept of a conversation, in the transaction in which its activity drops it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(UUID conversation) {
        scorecards.forget(conversation);
    }
}
