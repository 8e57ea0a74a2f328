package org.sellmeapen.scoring;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sellmeapen.kernel.OrganisationId;

/** The repository of orders and issued scorecards, within the organisation of the current transaction. */
interface Scorecards {

    void addOrder(OrganisationId organisation, UUID id, ScorecardOrder order);

    /** Takes an open order for this transaction; empty when it is done or another node works on it. */
    Optional<ScorecardOrder> claim(UUID order);

    void done(UUID order);

    boolean hasOpenOrder(UUID conversation);

    int nextRevision(UUID conversation);

    void add(OrganisationId organisation, IssuedScorecard scorecard);

    Optional<IssuedScorecard> latest(UUID conversation);

    List<IssuedScorecard> revisions(UUID conversation);

    void forget(UUID conversation);
}
