package org.sellmeapen.coaching;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.kernel.ShippedContent;
import org.springframework.stereotype.Component;

/** {@code content/coaching/drills.yaml}: which exercises there are, and what is good at them. */
@Component
class Drillbook {

    record Check(
            String figure,
            @Nullable Double atLeast,
            @Nullable Double atMost,
            double lostAt,
            int points,
            String says) {

        /** From 0 to 1. What has a bound on both sides is lost at one, and as far beyond the other. */
        double share(double value) {
            if (atLeast != null && value < atLeast) {
                return share(value, atLeast, lostAt < atLeast || atMost == null ? lostAt : atLeast - (lostAt - atMost));
            }
            if (atMost != null && value > atMost) {
                return share(value, atMost, lostAt > atMost || atLeast == null ? lostAt : atMost + (atLeast - lostAt));
            }
            return 1;
        }

        private static double share(double value, double full, double lost) {
            return full == lost ? 0 : Math.clamp((value - lost) / (full - lost), 0, 1);
        }
    }

    record Kind(
            String kind,
            @JsonProperty("for") List<String> suits,
            String title,
            int seconds,
            String instruction,
            String generic,
            List<Check> checks) {}

    private record File(
            int passedFrom, List<Integer> returnsAfterDays, double leastSpeechS, double longestS, List<Kind> kinds) {}

    /** @param value absent where it could not be measured; it then counts for nothing */
    record Checked(
            String says,
            @Nullable Double value,
            @Nullable Double atLeast,
            @Nullable Double atMost,
            @Nullable Double points,
            int of) {}

    /**
     * @param score absent where none of it could be measured
     * @param passed only where what the drill is about was measured
     */
    record Result(@Nullable Integer score, boolean passed, List<Checked> checks) {}

    private final File file = ShippedContent.read("coaching/drills.yaml", File.class);

    List<Kind> kinds() {
        return file.kinds();
    }

    Kind kind(String code) {
        return file.kinds().stream()
                .filter(kind -> kind.kind().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("there is no drill " + code));
    }

    /** The exercise for what a finding is about. */
    Kind suiting(String what) {
        return file.kinds().stream()
                .filter(kind -> kind.suits().contains(what))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("there is no drill for " + what));
    }

    double leastSpeechS() {
        return file.leastSpeechS();
    }

    double longestS() {
        return file.longestS();
    }

    Result result(Kind kind, Map<String, Double> figures) {
        List<Checked> checks = new ArrayList<>();
        double points = 0;
        double of = 0;
        for (Check check : kind.checks()) {
            Double value = figures.get(check.figure());
            Double earned = value == null ? null : Math.round(10 * check.points() * check.share(value)) / 10.0;
            if (earned != null) {
                points += earned;
                of += check.points();
            }
            checks.add(new Checked(check.says(), value, check.atLeast(), check.atMost(), earned, check.points()));
        }
        Integer score = of == 0 ? null : (int) Math.round(100 * points / of);
        boolean aboutIt = checks.stream().max(Comparator.comparingInt(Checked::of)).stream()
                .anyMatch(main -> main.points() != null);
        return new Result(score, aboutIt && score != null && score >= file.passedFrom(), checks);
    }

    /** @param stage how often it went well in a row, the last time included */
    int daysUntil(int stage) {
        List<Integer> days = file.returnsAfterDays();
        return days.get(Math.clamp(stage, 0, days.size() - 1));
    }
}
