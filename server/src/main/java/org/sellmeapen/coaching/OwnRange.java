package org.sellmeapen.coaching;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is usual for one person: mean and spread of a figure over their last sessions.
 *
 * @param low one standard deviation under the mean
 * @param high one above
 */
record OwnRange(int sessions, double mean, double low, double high) {

    static final int LAST = 10;

    private static final int FEWEST = 3;

    /** @return null where there were too few to speak of what is usual */
    static @Nullable OwnRange of(List<Double> values) {
        if (values.size() < FEWEST) {
            return null;
        }
        double mean = values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        double spread = spread(values, mean);
        return new OwnRange(values.size(), rounded(mean), rounded(mean - spread), rounded(mean + spread));
    }

    static double spread(List<Double> values, double mean) {
        double squares =
                values.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
        return values.size() < 2 ? 0 : Math.sqrt(squares / (values.size() - 1));
    }

    static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
