package org.sellmeapen.scoring;

import java.time.Instant;
import java.util.UUID;

/**
 * A scorecard as it was issued; never changed afterwards.
 *
 * @param by {@code judge} or {@code person}
 * @param hintsUsed how many hints the person took
 */
public record IssuedScorecard(
        ScorecardId id, UUID conversation, int revision, String by, Instant issuedAt, int hintsUsed, Scorecard card) {}
