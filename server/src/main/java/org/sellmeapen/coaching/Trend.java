package org.sellmeapen.coaching;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A figure by weeks with the noise of its own sessions around it. The band is what chance alone does to a mean of so many
 * sessions: 1.96 standard errors of the sessions' spread. A change that stays inside it is none.
 */
final class Trend {

    private static final double NINETY_FIVE = 1.96;
    private static final int FEWEST = 6;
    private static final int LATEST = 3;

    private Trend() {}

    record Value(Instant at, double value) {}

    /** @param low and {@code high} absent where there were too few sessions to know the noise */
    record Week(
            LocalDate week,
            double mean,
            @Nullable Double low,
            @Nullable Double high,
            int sessions) {}

    /**
     * @param change better, worse, higher, lower (where neither is better), unchanged, too_few
     * @param by how much the latest sessions differ from those before
     */
    record Told(String change, @Nullable Double by, List<Week> weeks) {}

    static Told of(List<Value> values, String better) {
        double spread = spread(values);
        boolean known = values.size() >= FEWEST;
        Map<LocalDate, List<Double>> weeks = new TreeMap<>();
        for (Value value : values) {
            LocalDate day = value.at().atZone(ZoneOffset.UTC).toLocalDate();
            weeks.computeIfAbsent(day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)), _ -> new ArrayList<>())
                    .add(value.value());
        }
        List<Week> told = weeks.entrySet().stream()
                .map(week -> {
                    double mean = mean(week.getValue());
                    double band =
                            NINETY_FIVE * spread / Math.sqrt(week.getValue().size());
                    return new Week(
                            week.getKey(),
                            OwnRange.rounded(mean),
                            known ? OwnRange.rounded(mean - band) : null,
                            known ? OwnRange.rounded(mean + band) : null,
                            week.getValue().size());
                })
                .toList();
        if (!known) {
            return new Told("too_few", null, told);
        }
        List<Double> all = values.stream().map(Value::value).toList();
        List<Double> before = all.subList(0, all.size() - LATEST);
        List<Double> now = all.subList(all.size() - LATEST, all.size());
        double by = mean(now) - mean(before);
        double noise = NINETY_FIVE * spread * Math.sqrt(1.0 / now.size() + 1.0 / before.size());
        return new Told(Math.abs(by) <= noise ? "unchanged" : word(by, better), OwnRange.rounded(by), told);
    }

    private static String word(double by, String better) {
        return switch (better) {
            case "lower" -> by < 0 ? "better" : "worse";
            case "higher" -> by > 0 ? "better" : "worse";
            default -> by > 0 ? "higher" : "lower";
        };
    }

    /** From one session to the next, so that a slow change is not taken for noise. */
    private static double spread(List<Value> values) {
        double squares = 0;
        for (int i = 1; i < values.size(); i++) {
            double step = values.get(i).value() - values.get(i - 1).value();
            squares += step * step;
        }
        return values.size() < 2 ? 0 : Math.sqrt(squares / (2 * (values.size() - 1)));
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }
}
