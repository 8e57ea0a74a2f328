package org.sellmeapen.scoring;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How well a verdict would stand another look. Every observation is taken as seen with its own confidence and missed
 * otherwise; the rubric's rule is applied to each combination, which gives the chance of each verdict. No chance is
 * thrown: the combinations are counted.
 *
 * @param chances of each verdict, summing to 1
 */
record Steadiness(Map<Verdict, Double> chances) {

    /** Under this chance for the verdict that was given, it is called unsure. */
    private static final double SURE = 0.6;

    /** A measured value this near to a limit could fall on the other side when words are cut differently. */
    private static final double NEAR = 0.01;

    /** More of one kind changes no rule; the most confident ones are counted. */
    private static final int MOST = 6;

    static Steadiness of(Rule rule, List<Observation> seen, Map<String, Double> counts) {
        Map<Verdict, Double> chances = new EnumMap<>(Verdict.class);
        Map<Shows, double[]> kinds = new EnumMap<>(Shows.class);
        for (Shows shows : Shows.values()) {
            kinds.put(shows, spread(seen, shows));
        }
        double[] shifts = counts.containsKey("measured") ? new double[] {-NEAR, 0, NEAR} : new double[] {0};
        for (double shift : shifts) {
            combine(rule, kinds, counts, shift, 1.0 / shifts.length, chances);
        }
        return new Steadiness(chances);
    }

    boolean unsure(Verdict given) {
        return chances.getOrDefault(given, 0.0) < SURE;
    }

    /** Mean square distance from the points of the verdict given, with full points = 1. */
    double variance(Verdict given) {
        double sum = 0;
        for (Map.Entry<Verdict, Double> one : chances.entrySet()) {
            double distance = Arithmetic.share(one.getKey()) - Arithmetic.share(given);
            sum += one.getValue() * distance * distance;
        }
        return sum;
    }

    private static void combine(
            Rule rule,
            Map<Shows, double[]> kinds,
            Map<String, Double> counts,
            double shift,
            double weight,
            Map<Verdict, Double> chances) {
        Map<String, Double> drawn = new HashMap<>(counts);
        drawn.computeIfPresent("measured", (_, value) -> value + shift);
        double[] supports = spreadOf(kinds, Shows.SUPPORTS);
        double[] half = spreadOf(kinds, Shows.HALF);
        double[] contradicts = spreadOf(kinds, Shows.CONTRADICTS);
        double[] missed = spreadOf(kinds, Shows.CHANCE_MISSED);
        for (int s = 0; s < supports.length; s++) {
            for (int h = 0; h < half.length; h++) {
                for (int c = 0; c < contradicts.length; c++) {
                    for (int m = 0; m < missed.length; m++) {
                        drawn.put("supports", (double) s);
                        drawn.put("half", (double) h);
                        drawn.put("contradicts", (double) c);
                        drawn.put("chance_missed", (double) m);
                        chances.merge(
                                rule.apply(drawn),
                                weight * supports[s] * half[h] * contradicts[c] * missed[m],
                                Double::sum);
                    }
                }
            }
        }
    }

    private static double[] spreadOf(Map<Shows, double[]> kinds, Shows shows) {
        return kinds.getOrDefault(shows, new double[] {1});
    }

    /** The chance of each count, 0 to at most {@link #MOST}, of one kind of observation. */
    private static double[] spread(List<Observation> seen, Shows shows) {
        double[] confidences = seen.stream()
                .filter(one -> one.shows() == shows)
                .mapToDouble(Observation::confidence)
                .sorted()
                .toArray();
        int n = Math.min(MOST, confidences.length);
        double[] chance = new double[n + 1];
        chance[0] = 1;
        for (int k = 0; k < n; k++) {
            double p = Math.clamp(confidences[confidences.length - 1 - k], 0, 1);
            for (int count = k + 1; count > 0; count--) {
                chance[count] = chance[count] * (1 - p) + chance[count - 1] * p;
            }
            chance[0] *= 1 - p;
        }
        return chance;
    }
}
