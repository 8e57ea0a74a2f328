package org.sellmeapen.scoring;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.conversation.Transcript;
import org.sellmeapen.kernel.AuditTrail;
import org.sellmeapen.kernel.Ids;
import org.sellmeapen.kernel.OrganisationId;
import org.sellmeapen.kernel.PersonId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks at a judge before it is believed: whether it says the same of the same conversation, and whether it agrees with people
 * as well as the judge before it. No transaction waits for a model.
 */
@Service
public class JudgeCheck {

    /** A change of model or prompt may cost this much agreement and no more; less is within what chance does to a small set. */
    static final double REGRESSION = 0.02;

    /** Why the built-in judge stands for a card though the model answered. */
    private static final Set<String> OPINIONS = Set.of("too-far-apart", "nothing-stood", "nothing-to-see");

    private static final List<JudgeRecords.Golden> SHIPPED = ShippedGolden.read();

    /** @param flipRate share of judgings with another verdict than the usual one @param deviation of its points, 0-1 */
    public record Wobble(String criterion, double flipRate, double deviation) {}

    /** @param deviation of totals, in points of 100; from now on part of the band on this judge's cards */
    public record Steady(String judge, int conversations, int times, double deviation, List<Wobble> criteria) {
        public Steady {
            criteria = List.copyOf(criteria);
        }
    }

    /** Whose conversations with verdicts a judge is compared on. */
    public enum Golden {
        /** The organisation's own. */
        OWN,
        /** Those that come with the product, where it has none. */
        SHIPPED;

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Golden of(String code) {
            return code.equals("own") ? OWN : SHIPPED;
        }
    }

    /** @param conversations how many a comparison asks about */
    record GoldenSet(Golden golden, List<JudgeRecords.Golden> conversations) {}

    /**
     * @param agreement share of verdicts that are those of people, 0-1
     * @param before of the judge admitted before, or of the built-in one
     * @param ownShare share of the verdicts that were its own and not filled in by the built-in judge, 0-1
     * @param admitted whether it judges from now on
     */
    public record Compared(
            String judge,
            Golden golden,
            int conversations,
            double agreement,
            double before,
            double builtIn,
            double ownShare,
            boolean admitted) {}

    /** @param verdicts by criterion id */
    public record GoldenConversation(String rubric, Transcript transcript, Map<String, Verdict> verdicts) {}

    private final Judges judges;
    private final Rubrics rubrics;
    private final JudgeRecords records;
    private final List<StoredConversations> stored;
    private final AuditTrail audit;
    private final Ids ids;
    private final Clock clock;
    private final TransactionTemplate transaction;

    JudgeCheck(
            Judges judges,
            Rubrics rubrics,
            JudgeRecords records,
            List<StoredConversations> stored,
            AuditTrail audit,
            Ids ids,
            Clock clock,
            TransactionTemplate transaction) {
        this.judges = judges;
        this.rubrics = rubrics;
        this.records = records;
        this.stored = stored;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** Judges the latest conversations again and again, within the organisation in scope. */
    public Steady steadiness(OrganisationId organisation, int conversations, int times) {
        List<ScorecardOrder> orders = Objects.requireNonNull(transaction.execute(_ -> stored.stream()
                .flatMap(one -> one.latest(conversations).stream())
                .limit(conversations)
                .toList()));
        if (orders.isEmpty()) {
            throw new NothingToCheck("There is no judged conversation in this organisation yet.");
        }
        Scorer scorer = judges.untried(organisation);
        List<List<Scorecard>> cards = new ArrayList<>();
        for (ScorecardOrder order : orders) {
            cards.add(IntStream.range(0, times)
                    .mapToObj(_ -> scorer.score(order.transcript(), rubrics.byId(order.rubric()), order.context()))
                    .toList());
        }
        Flips flips = Flips.of(cards);
        String judge = nameOf(cards.stream().flatMap(List::stream).toList());
        transaction.executeWithoutResult(
                _ -> records.addCheck(organisation, ids.next(), judge, orders.size(), times, flips));
        return new Steady(
                judge,
                orders.size(),
                times,
                flips.deviation(),
                flips.criteria().entrySet().stream()
                        .map(one -> new Wobble(
                                one.getKey(),
                                one.getValue().flipRate(),
                                one.getValue().deviation()))
                        .toList());
    }

    /** From now on a model is compared on these, and judges here only once it was. */
    public void golden(OrganisationId organisation, List<GoldenConversation> set) {
        set.forEach(one -> rubrics.byId(one.rubric()));
        transaction.executeWithoutResult(_ -> {
            records.replaceGolden(
                    organisation,
                    set.stream()
                            .map(one -> new JudgeRecords.Golden(one.rubric(), one.transcript(), one.verdicts()))
                            .toList());
            audit.record(
                    organisation,
                    null,
                    "golden_set.replaced",
                    "organisation:" + organisation,
                    Map.of("conversations", String.valueOf(set.size())));
        });
    }

    /** The organisation's own, or those that come with the product; in the scope of the organisation. */
    GoldenSet set() {
        List<JudgeRecords.Golden> own = Objects.requireNonNull(transaction.execute(_ -> records.golden()));
        return own.isEmpty() ? new GoldenSet(Golden.SHIPPED, SHIPPED) : new GoldenSet(Golden.OWN, own);
    }

    /**
     * Compares the model that is set up now, with its present prompt, with people.
     *
     * @param by who asked for it; null for the machine itself
     * @param reason why it shall judge though it agrees less with people than the judge before it; absent: then it does not
     * @throws JudgeDidNotAnswer where the model did not judge all of them
     */
    public Compared compare(OrganisationId organisation, @Nullable PersonId by, @Nullable String reason) {
        if (judges.provider(organisation).isEmpty()) {
            throw new NothingToCheck("No model is set up for judging. The built-in judge needs no comparison.");
        }
        GoldenSet golden = set();
        List<JudgeRecords.Golden> set = golden.conversations();
        List<Scorecard> theirs = cards(judges.untried(organisation), set);
        mustHaveJudged(theirs);
        double agreement = agreement(set, theirs);
        double builtIn = agreement(set, cards(judges.builtIn(), set));
        double ownShare = ownShare(set, theirs);
        String judge = nameOf(theirs);
        return Objects.requireNonNull(transaction.execute(_ -> {
            double before = records.agreementOfAnother(judge, golden.golden()).orElse(builtIn);
            boolean regressed = agreement < before - REGRESSION;
            boolean admitted = !regressed || reason != null;
            records.addComparison(
                    organisation,
                    ids.next(),
                    new JudgeRecords.Comparison(
                            judge,
                            clock.instant(),
                            golden.golden(),
                            set.size(),
                            agreement,
                            before,
                            builtIn,
                            ownShare,
                            admitted,
                            regressed ? reason : null));
            audit.record(
                    organisation,
                    by,
                    !admitted ? "judge.refused" : regressed ? "judge.admitted_despite_regression" : "judge.admitted",
                    "judge:" + judge,
                    regressed && reason != null
                            ? Map.of("agreement", percent(agreement), "before", percent(before), "reason", reason)
                            : Map.of("agreement", percent(agreement), "before", percent(before)));
            return new Compared(judge, golden.golden(), set.size(), agreement, before, builtIn, ownShare, admitted);
        }));
    }

    private List<Scorecard> cards(Scorer scorer, List<JudgeRecords.Golden> set) {
        return set.stream()
                .map(one -> scorer.score(one.transcript(), rubrics.byId(one.rubric()), ScoringContext.none()))
                .toList();
    }

    /** A vendor that was away is no worse a judge for it, and one that stood in is no proof of it. */
    private static void mustHaveJudged(List<Scorecard> cards) {
        for (Scorecard card : cards) {
            Made made = card.made();
            String why = made == null ? "nothing-to-see" : made.fellBack();
            if (why != null && !OPINIONS.contains(why)) {
                throw new JudgeDidNotAnswer(why);
            }
        }
        if (cards.stream().noneMatch(card -> card.made() != null && card.made().fellBack() == null)) {
            boolean none = cards.stream()
                    .allMatch(card -> card.made() != null
                            && "nothing-stood".equals(card.made().fellBack()));
            throw new JudgeDidNotAnswer(none ? "nothing-stood" : "too-far-apart");
        }
    }

    private static double agreement(List<JudgeRecords.Golden> set, List<Scorecard> cards) {
        int same = 0;
        int all = 0;
        for (int k = 0; k < set.size(); k++) {
            for (CriterionResult result : cards.get(k).criteria()) {
                Verdict truth = set.get(k).verdicts().get(result.id());
                if (truth != null) {
                    all++;
                    same += truth == result.verdict() ? 1 : 0;
                }
            }
        }
        return all == 0 ? 0 : (double) same / all;
    }

    /** Agreement alone would flatter a model for which the built-in judge did the work. */
    private static double ownShare(List<JudgeRecords.Golden> set, List<Scorecard> cards) {
        int own = 0;
        int all = 0;
        for (int k = 0; k < set.size(); k++) {
            Made made = cards.get(k).made();
            for (CriterionResult result : cards.get(k).criteria()) {
                if (set.get(k).verdicts().containsKey(result.id()) && result.measured() == null) {
                    all++;
                    own += made != null
                                    && made.fellBack() == null
                                    && !made.filled().contains(result.id())
                            ? 1
                            : 0;
                }
            }
        }
        return all == 0 ? 0 : (double) own / all;
    }

    /** The model's, where it judged at all: what is compared is not who stood in for it. */
    private static String nameOf(List<Scorecard> cards) {
        return cards.stream()
                .filter(card -> card.made() != null && card.made().fellBack() == null)
                .map(Scorecard::judge)
                .findFirst()
                .orElse(cards.getFirst().judge());
    }

    private static String percent(double share) {
        return Math.round(1000 * share) / 10.0 + " %";
    }
}
