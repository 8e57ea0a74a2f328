package org.sellmeapen.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.sellmeapen.conversation.Ending;
import org.sellmeapen.conversation.Outcome;
import org.sellmeapen.conversation.Speaker;
import org.sellmeapen.conversation.Transcript;
import org.sellmeapen.conversation.Turn;

/** With a judge that says what it is told to say: checking, counting and adding up are the scorer's own. */
class ScorerTests {

    private static final Transcript TALK = new Transcript(
            "t1",
            "en",
            List.of(
                    new Turn(0, Speaker.REP, "What happens when it stops?"),
                    new Turn(1, Speaker.BUYER, "We stand about. It costs a fortune."),
                    new Turn(2, Speaker.REP, "Right. So it has nine settings.")));

    private final Rubric core = Rubrics.shipped().byId("core");

    @Test
    void quotesThatDoNotStandThereOrWereSaidByTheOtherSideAreDropped() {
        Scorecard card = score(
                List.of(
                        seen("asked_open_questions", 0, "What happens when it stops?", Shows.SUPPORTS),
                        seen("asked_open_questions", 2, "What happened then?", Shows.SUPPORTS),
                        seen("asked_open_questions", 1, "We stand about.", Shows.SUPPORTS),
                        seen("asked_open_questions", 7, "So", Shows.SUPPORTS),
                        seen("no_such_criterion", 0, "What", Shows.SUPPORTS)),
                Map.of());
        CriterionResult open = result(card, "asked_open_questions");
        assertThat(open.verdict()).isEqualTo(Verdict.PARTIAL);
        assertThat(open.evidence()).containsExactly(new Evidence(0, "What happens when it stops?", Shows.SUPPORTS));
    }

    @Test
    void theTotalIsPointsOverObservedWeight() {
        Scorecard card = score(
                List.of(seen("opened_with_purpose", 0, "What happens", Shows.SUPPORTS)),
                Map.of("listened_more_than_talked", new Measured("rep_word_share", 0.6, "ratio", "6 / 10")));
        double points =
                card.criteria().stream().mapToDouble(CriterionResult::points).sum();
        double weight = card.criteria().stream()
                .filter(one -> one.verdict() != Verdict.NOT_OBSERVED)
                .mapToInt(CriterionResult::of)
                .sum();
        assertThat(result(card, "opened_with_purpose").points()).isEqualTo(5);
        assertThat(result(card, "listened_more_than_talked").points()).isEqualTo(2.5);
        assertThat(card.total()).isEqualTo((int) Math.round(100 * points / weight));
        assertThat(card.band()).satisfies(band -> {
            assertThat(band.low()).isLessThanOrEqualTo(card.total());
            assertThat(band.high()).isGreaterThanOrEqualTo(card.total());
        });
    }

    @Test
    void underHalfOfTheWeightThereIsAReasonInsteadOfATotal() {
        Set<String> all = core.criteria().stream().map(Rubric.Criterion::id).collect(Collectors.toSet());
        all.remove("opened_with_purpose");
        Observations observations =
                new Observations(List.of(), Map.of(), all, Set.of(), Map.of(), Outcome.UNDECIDED, null, List.of());
        Scorecard card = new Scorer(judge(observations)).score(TALK, core, ScoringContext.none());
        assertThat(card.total()).isNull();
        assertThat(card.band()).isNull();
        assertThat(card.notAvailable()).extracting(NotAvailable::name).contains("total");
    }

    @Test
    void whatHangsOnOneDoubtfulObservationIsUnsureAndWidensTheBand() {
        Observation doubtful = new Observation("opened_with_purpose", 0, "What happens", Shows.SUPPORTS, 0.3);
        Observation clear = new Observation("opened_with_purpose", 0, "What happens", Shows.SUPPORTS, 0.95);
        Scorecard first = score(List.of(doubtful), Map.of());
        Scorecard second = score(List.of(clear), Map.of());
        assertThat(result(first, "opened_with_purpose").verdict()).isEqualTo(Verdict.YES);
        assertThat(result(first, "opened_with_purpose").unsure()).isTrue();
        assertThat(result(second, "opened_with_purpose").unsure()).isFalse();
        assertThat(width(first)).isGreaterThan(width(second));
    }

    @Test
    void theFirstFixIsTheLargestGainWithAMomentAndItsBetterLine() {
        ScoringContext context = new ScoringContext(
                Map.of("uncovered_need_or_pain", "What did that hour cost you?"),
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of());
        Observations observations = observations(
                List.of(
                        seen("uncovered_need_or_pain", 1, "It costs a fortune.", Shows.CHANCE_MISSED),
                        seen("used_proof", 2, "So it has nine settings.", Shows.CONTRADICTS)),
                Map.of());
        Scorecard card = new Scorer(judge(observations)).score(TALK, core, context);
        assertThat(card.fixFirst()).isNotNull().satisfies(fix -> {
            assertThat(fix.criterion()).isEqualTo("uncovered_need_or_pain");
            assertThat(fix.turn()).isEqualTo(2);
            assertThat(fix.betterLine()).isEqualTo("What did that hour cost you?");
        });
    }

    @Test
    void aKnownEndingIsTaken() {
        Ending sold = new Ending(Outcome.SALE, 1, "We stand about.");
        ScoringContext context = new ScoringContext(Map.of(), sold, List.of(), List.of(), List.of(), List.of());
        Scorecard card = new Scorer(judge(observations(List.of(), Map.of()))).score(TALK, core, context);
        assertThat(card.outcome()).isEqualTo(Outcome.SALE);
        assertThat(card.ending()).isEqualTo(sold);
    }

    private Scorecard score(List<Observation> seen, Map<String, Measured> measured) {
        return new Scorer(judge(observations(seen, measured))).score(TALK, core, ScoringContext.none());
    }

    private static Observations observations(List<Observation> seen, Map<String, Measured> measured) {
        return new Observations(seen, measured, Set.of(), Set.of(), Map.of(), Outcome.UNDECIDED, null, List.of());
    }

    private static Observation seen(String criterion, int turn, String quote, Shows shows) {
        return new Observation(criterion, turn, quote, shows, 0.9);
    }

    private static CriterionResult result(Scorecard card, String id) {
        return card.criteria().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static int width(Scorecard card) {
        Band band = card.band();
        return band == null ? 0 : band.high() - band.low();
    }

    private static Judge judge(Observations observations) {
        return new Judge() {
            @Override
            public String name() {
                return "told@1";
            }

            @Override
            public Observations observe(Transcript transcript, Rubric rubric, ScoringContext context) {
                return observations;
            }
        };
    }
}
