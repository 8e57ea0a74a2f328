package org.sellmeapen.scoring;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A scorecard as it leaves the house: the same shape over HTTP, in exports and on the command line (there without
 * whatever only a stored one has). Absent values are named in {@code notAvailable}.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ScorecardView(
        @Nullable String id,
        @Nullable UUID sessionId,
        @Nullable Integer revision,
        @Nullable String by,
        @Nullable Instant issuedAt,
        @Nullable Integer total,
        @Nullable Band band,
        double observedWeight,
        String outcome,
        @Nullable EndingView ending,
        List<CriterionView> criteria,
        @Nullable FixFirstView fixFirst,
        String rubric,
        String judge,
        @Nullable Integer hintsUsed,
        List<NotAvailable> notAvailable,
        @Nullable Made made) {

    public record EndingView(int turn, String sentence) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record CriterionView(
            String id,
            String name,
            String section,
            Verdict verdict,
            boolean unsure,
            double points,
            int of,
            String why,
            List<Evidence> evidence,
            @Nullable Measured measured,
            @Nullable String betterLine) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record FixFirstView(
            String criterion,
            String name,
            @Nullable Integer turn,
            String why,
            @Nullable String betterLine) {}

    public static ScorecardView of(Scorecard card) {
        return of(card, card.transcriptId(), null);
    }

    public static ScorecardView of(IssuedScorecard issued) {
        return of(issued.card(), issued.id().value().toString(), issued);
    }

    private static ScorecardView of(Scorecard card, @Nullable String id, @Nullable IssuedScorecard issued) {
        FixFirst fix = card.fixFirst();
        return new ScorecardView(
                id,
                issued == null ? null : issued.conversation(),
                issued == null ? null : issued.revision(),
                issued == null ? null : issued.by(),
                issued == null ? null : issued.issuedAt(),
                card.total(),
                card.band(),
                card.observedWeight(),
                card.outcome().code(),
                card.ending() == null
                        ? null
                        : new EndingView(
                                card.ending().decidingTurn(), card.ending().decidingSentence()),
                card.criteria().stream()
                        .map(c -> new CriterionView(
                                c.id(),
                                c.name(),
                                c.section(),
                                c.verdict(),
                                c.unsure(),
                                c.points(),
                                c.of(),
                                c.why(),
                                c.evidence(),
                                c.measured(),
                                c.betterLine()))
                        .toList(),
                fix == null
                        ? null
                        : new FixFirstView(fix.criterion(), fix.name(), fix.turn(), fix.why(), fix.betterLine()),
                card.rubric(),
                card.judge(),
                issued == null ? null : issued.hintsUsed(),
                card.notAvailable(),
                card.made());
    }
}
