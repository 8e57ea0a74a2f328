package org.sellmeapen.scoring.builtin;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.sellmeapen.scoring.CriterionResult;
import org.sellmeapen.scoring.Scorecard;
import org.sellmeapen.scoring.Verdict;

/** How far scorecards agree with people: the measures of the truth set, in Java. */
record Agreement(double accuracy, double kappa, double offLevel, double pairs, double outcome, double inBand, int n) {

    static Agreement of(List<Labelled> labelled, List<Scorecard> cards) {
        double hits = 0;
        double all = 0;
        double off = 0;
        double offHits = 0;
        double outcomes = 0;
        double inBand = 0;
        Map<String, List<int[]>> pairsBy = new TreeMap<>();
        Map<String, Map<String, Integer>> totals = new HashMap<>();
        for (int k = 0; k < cards.size(); k++) {
            Labelled gold = labelled.get(k);
            Scorecard card = cards.get(k);
            Integer total = card.total();
            totals.computeIfAbsent(gold.scenario(), _ -> new HashMap<>())
                    .put(gold.quality(), total == null ? 0 : total);
            outcomes += gold.outcome().equals(card.outcome().code()) ? 1 : 0;
            double points = 0;
            double weight = 0;
            for (CriterionResult one : card.criteria()) {
                Verdict truth = gold.verdicts().getOrDefault(one.id(), Verdict.NOT_OBSERVED);
                boolean hit = truth == one.verdict();
                hits += hit ? 1 : 0;
                all++;
                if (truth == Verdict.NOT_OBSERVED) {
                    continue;
                }
                weight += one.of();
                points += one.of() * rank(truth) / 2.0;
                if (rank(truth) != level(gold.quality())) {
                    off++;
                    offHits += hit ? 1 : 0;
                }
                if (one.verdict() != Verdict.NOT_OBSERVED) {
                    pairsBy.computeIfAbsent(one.id(), _ -> new ArrayList<>())
                            .add(new int[] {rank(truth), rank(one.verdict())});
                }
            }
            double truth = weight == 0 ? 0 : 100 * points / weight;
            inBand += card.band() != null
                            && card.band().low() - 0.5 <= truth
                            && truth <= card.band().high() + 0.5
                    ? 1
                    : 0;
        }
        double kappa = pairsBy.values().stream()
                .mapToDouble(Agreement::kappa)
                .filter(Double::isFinite)
                .average()
                .orElse(0);
        return new Agreement(
                hits / all,
                kappa,
                offHits / off,
                ordered(totals),
                outcomes / cards.size(),
                inBand / cards.size(),
                cards.size());
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "| %d | %.3f | %.3f | %.3f | %.3f | %.3f | %.3f |",
                n,
                accuracy,
                kappa,
                offLevel,
                pairs,
                outcome,
                inBand);
    }

    static int rank(Verdict verdict) {
        return switch (verdict) {
            case YES -> 2;
            case PARTIAL -> 1;
            case NO, NOT_OBSERVED -> 0;
        };
    }

    private static int level(String quality) {
        return switch (quality) {
            case "strong" -> 2;
            case "average" -> 1;
            default -> 0;
        };
    }

    private static double kappa(List<int[]> pairs) {
        double observed = 0;
        double expected = 0;
        for (int[] a : pairs) {
            observed += Math.pow(a[0] - a[1], 2);
            for (int[] b : pairs) {
                expected += Math.pow(a[0] - b[1], 2);
            }
        }
        return expected == 0 ? Double.NaN : 1 - observed * pairs.size() / expected;
    }

    private static double ordered(Map<String, Map<String, Integer>> totals) {
        double right = 0;
        double all = 0;
        for (Map<String, Integer> one : totals.values()) {
            for (String[] pair : new String[][] {{"strong", "average"}, {"average", "weak"}, {"strong", "weak"}}) {
                Integer better = one.get(pair[0]);
                Integer worse = one.get(pair[1]);
                if (better != null && worse != null) {
                    right += better > worse ? 1 : better.equals(worse) ? 0.5 : 0;
                    all++;
                }
            }
        }
        return all == 0 ? 0 : right / all;
    }
}
