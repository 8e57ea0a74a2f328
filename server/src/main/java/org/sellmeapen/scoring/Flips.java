package org.sellmeapen.scoring;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How much a judge's cards of the same conversations differ from one another.
 *
 * @param deviation of totals, in points of 100: the mean over conversations of the standard deviation
 * @param criteria by id
 */
record Flips(double deviation, Map<String, Criterion> criteria) {

    /**
     * @param flipRate share of judgings that gave another verdict than the commonest one of that conversation
     * @param deviation of its points, as a share of them
     */
    record Criterion(double flipRate, double deviation) {}

    /** @param cards by conversation, each judged at least twice */
    static Flips of(List<List<Scorecard>> cards) {
        Map<String, List<Double>> rates = new LinkedHashMap<>();
        Map<String, List<Double>> spreads = new LinkedHashMap<>();
        List<Double> totals = new ArrayList<>();
        for (List<Scorecard> same : cards) {
            totals.add(deviation(same.stream()
                    .filter(card -> card.total() != null)
                    .map(card -> (double) card.total())
                    .toList()));
            for (int k = 0; k < same.getFirst().criteria().size(); k++) {
                int at = k;
                List<Verdict> verdicts = same.stream()
                        .map(card -> card.criteria().get(at).verdict())
                        .toList();
                int most = verdicts.stream()
                        .mapToInt(one -> Collections.frequency(verdicts, one))
                        .max()
                        .orElse(0);
                String id = same.getFirst().criteria().get(at).id();
                rates.computeIfAbsent(id, _ -> new ArrayList<>()).add(1 - (double) most / verdicts.size());
                spreads.computeIfAbsent(id, _ -> new ArrayList<>())
                        .add(deviation(verdicts.stream()
                                .filter(one -> one != Verdict.NOT_OBSERVED)
                                .map(Arithmetic::share)
                                .toList()));
            }
        }
        Map<String, Criterion> criteria = new LinkedHashMap<>();
        rates.forEach((id, rate) ->
                criteria.put(id, new Criterion(mean(rate), mean(spreads.getOrDefault(id, List.of())))));
        return new Flips(mean(totals), criteria);
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }

    /** Of a sample. */
    private static double deviation(List<Double> values) {
        if (values.size() < 2) {
            return 0;
        }
        double mean = mean(values);
        double squares =
                values.stream().mapToDouble(one -> (one - mean) * (one - mean)).sum();
        return Math.sqrt(squares / (values.size() - 1));
    }
}
