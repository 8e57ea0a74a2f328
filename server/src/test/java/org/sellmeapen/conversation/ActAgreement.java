package org.sellmeapen.conversation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Agreement of readings with labelled lines: the arithmetic of the truth set's reference. */
record ActAgreement(List<Pair> pairs) {

    /** @param said null where the analyser abstained */
    record Pair(ActCorpus.Line line, @Nullable Act said, double confidence) {
        boolean right() {
            return said == line.main();
        }

        @Nullable
        Act lenient() {
            return said != null && line.acts().contains(said) ? line.main() : said;
        }
    }

    static ActAgreement of(ActAnalyser analyser, List<ActCorpus.Line> lines, Speaker speaker) {
        List<Pair> pairs = new ArrayList<>();
        for (ActCorpus.Line line : lines) {
            if (line.speaker() == speaker) {
                List<ActReading> readings = analyser.read(speaker, line.text(), line.context());
                pairs.add(
                        readings.isEmpty()
                                ? new Pair(line, null, 0)
                                : new Pair(
                                        line,
                                        readings.getFirst().act(),
                                        readings.getFirst().confidence()));
            }
        }
        return new ActAgreement(pairs);
    }

    /** What was taken for what, most often first; "nothing" where the analyser abstained. */
    Map<String, Integer> mistakes(int most) {
        Map<String, Integer> counts = new TreeMap<>();
        for (Pair pair : pairs) {
            if (!pair.right()) {
                String said = pair.said() == null ? "nothing" : pair.said().code();
                counts.merge(pair.line().main().code() + " taken for " + said, 1, Integer::sum);
            }
        }
        Map<String, Integer> sorted = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(most)
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return sorted;
    }

    /** F1 of each act that occurs in the labels. */
    Map<Act, Double> f1(boolean lenient) {
        Map<Act, Double> f1 = new EnumMap<>(Act.class);
        for (Act act :
                new TreeSet<>(pairs.stream().map(pair -> pair.line().main()).toList())) {
            int hit = 0;
            int wrong = 0;
            for (Pair pair : pairs) {
                boolean said = (lenient ? pair.lenient() : pair.said()) == act;
                boolean is = pair.line().main() == act;
                hit += said && is ? 1 : 0;
                wrong += said != is ? 1 : 0;
            }
            f1.put(act, hit == 0 ? 0 : 2.0 * hit / (2 * hit + wrong));
        }
        return f1;
    }

    double macroF1(boolean lenient) {
        return f1(lenient).values().stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(0);
    }

    double accuracy() {
        return share(pairs, Pair::right);
    }

    /** Empty where no line is marked as a hard case. */
    OptionalDouble accuracyOnNoted() {
        return pairs.stream()
                .filter(pair -> pair.line().noted())
                .mapToInt(pair -> pair.right() ? 1 : 0)
                .average();
    }

    double abstained() {
        return share(pairs, pair -> pair.said() == null);
    }

    /** Expected calibration error over ten bins of confidence, of what was read. */
    double calibrationError() {
        List<Pair> read = pairs.stream().filter(pair -> pair.said() != null).toList();
        double error = 0;
        for (int bin = 0; bin < 10; bin++) {
            double from = bin / 10.0;
            List<Pair> in = read.stream()
                    .filter(pair -> pair.confidence() >= from && pair.confidence() < from + 0.1 + (from > 0.85 ? 1 : 0))
                    .toList();
            double sure = in.stream().mapToDouble(Pair::confidence).average().orElse(0);
            error += in.size() * Math.abs(sure - share(in, Pair::right)) / Math.max(1, read.size());
        }
        return error;
    }

    private static double share(List<Pair> of, Predicate<Pair> what) {
        return of.isEmpty() ? 0 : of.stream().filter(what).count() / (double) of.size();
    }
}
