package org.sellmeapen.evals.levels;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** An estimate with its 95 % interval, and how many cases stand behind it. */
record Interval(double estimate, double low, double high, int n) {

    private static final double Z = 1.959964;
    /** Student's t at 97.5 % for 1, 2, … degrees of freedom. */
    private static final List<Double> T = List.of(
            12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160, 2.145, 2.131,
            2.120, 2.110, 2.101, 2.093, 2.086);

    /** Wilson's score interval of a share. */
    static Interval ofShare(int hits, int n) {
        if (n == 0) {
            return new Interval(Double.NaN, Double.NaN, Double.NaN, 0);
        }
        double p = (double) hits / n;
        double denominator = 1 + Z * Z / n;
        double middle = (p + Z * Z / (2 * n)) / denominator;
        double half = Z / denominator * Math.sqrt(p * (1 - p) / n + Z * Z / (4.0 * n * n));
        return new Interval(p, Math.max(0, middle - half), Math.min(1, middle + half), n);
    }

    /** Normal interval of the mean of paired differences. */
    static Interval ofPairs(Collection<Integer> differences) {
        int n = differences.size();
        double mean = differences.stream().mapToInt(Integer::intValue).average().orElse(Double.NaN);
        double variance =
                differences.stream().mapToDouble(d -> (d - mean) * (d - mean)).sum() / Math.max(1, n - 1);
        double half = Z * Math.sqrt(variance / Math.max(1, n));
        return new Interval(mean, mean - half, mean + half, n);
    }

    /** Interval of the mean over clusters by Student's t: what to expect of a scenario that was not among these. */
    static Interval ofClusters(Collection<Double> means) {
        int n = means.size();
        double mean = means.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
        if (n < 2) {
            return new Interval(mean, Double.NaN, Double.NaN, n);
        }
        double variance =
                means.stream().mapToDouble(m -> (m - mean) * (m - mean)).sum() / (n - 1);
        double half = T.get(Math.min(n - 2, T.size() - 1)) * Math.sqrt(variance / n);
        return new Interval(mean, mean - half, mean + half, n);
    }

    boolean aboveZero() {
        return low > 0;
    }

    /** Percentage points, such as {@code 12.3 [11.0, 13.7]}. */
    String inPercent() {
        return String.format(Locale.ROOT, "%.1f [%.1f, %.1f]", 100 * estimate, 100 * low, 100 * high);
    }
}
