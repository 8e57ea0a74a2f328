package org.sellmeapen.scoring;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The sums of a scorecard; nothing here looks at a conversation. */
final class Arithmetic {

    /**
     * What one criterion still wanders by when another person judges, as a share of its points, beyond what the
     * observations themselves say; from the disagreement on judged conversations (see {@code evals/judge/report.md}).
     */
    private static final double WANDER = 0.22;

    /** The same for a criterion that was called unsure. */
    private static final double WANDER_UNSURE = 0.35;

    /**
     * What a whole conversation is misjudged by together, in points of 100, because a seller's manner or a trade was not
     * met before; set so that nine totals in ten hold for writers left out (see {@code evals/judge/report.md}).
     */
    private static final double COMMON = 11;

    /** Nine times in ten, for a normal spread. */
    private static final double NINE_IN_TEN = 1.645;

    /** One criterion as far as the sums need it. */
    record Line(Verdict verdict, int weight, boolean unsure, double variance) {}

    private Arithmetic() {}

    static double share(Verdict verdict) {
        return switch (verdict) {
            case YES -> 1;
            case PARTIAL -> 0.5;
            case NO, NOT_OBSERVED -> 0;
        };
    }

    static double points(Verdict verdict, int weight) {
        return share(verdict) * weight;
    }

    static double observedWeight(List<Line> lines) {
        int all = lines.stream().mapToInt(Line::weight).sum();
        return all == 0 ? 0 : (double) observed(lines) / all;
    }

    /** @return 0-100, or null when under half of the weight was observed */
    static @Nullable Integer total(List<Line> lines) {
        if (observedWeight(lines) < 0.5) {
            return null;
        }
        double points = lines.stream()
                .mapToDouble(line -> points(line.verdict(), line.weight()))
                .sum();
        return (int) Math.round(100 * points / observed(lines));
    }

    static @Nullable Band band(List<Line> lines) {
        Integer total = total(lines);
        if (total == null) {
            return null;
        }
        double variance = 0;
        for (Line line : lines) {
            if (line.verdict() != Verdict.NOT_OBSERVED) {
                double wander = line.unsure() ? WANDER_UNSURE : WANDER;
                variance += line.weight() * line.weight() * (line.variance() + wander * wander);
            }
        }
        double apart = 100 * Math.sqrt(variance) / observed(lines);
        int half = (int) Math.ceil(NINE_IN_TEN * Math.hypot(apart, COMMON));
        return new Band(Math.max(0, total - half), Math.min(100, total + half));
    }

    private static int observed(List<Line> lines) {
        return lines.stream()
                .filter(line -> line.verdict() != Verdict.NOT_OBSERVED)
                .mapToInt(Line::weight)
                .sum();
    }
}
