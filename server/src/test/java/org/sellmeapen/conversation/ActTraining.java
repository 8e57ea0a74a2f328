package org.sellmeapen.conversation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * From labelled lines to a model: trained once without and once with what the other side is believed to have done
 * before, then calibrated on writers it was not trained on.
 */
final class ActTraining {

    private static final double PENALTY = 0.7;
    private static final int STEPS = 60;
    private static final int LEAST_COUNT = 2;
    private static final long LARGE_HAND = 1_000;
    private static final double SECOND_SHARE = 0.25;

    /** An act beside the main one is worth telling from here on. */
    private static final double SECOND = 0.25;

    /** Below the threshold of abstaining at most this share of the held-back readings was right. */
    private static final double MOSTLY_WRONG = 0.3;

    private final ActLexicon lexicon;

    ActTraining(ActLexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** What a model that never saw the line's writer said of it. */
    record HeldBack(ActCorpus.Line line, double[] scores, SideModel by) {}

    ActModel train(List<ActCorpus.Line> lines) {
        ActModel model = uncalibrated(lines);
        List<HeldBack> heldBack = heldBack(lines);
        double rep = temperature(heldBack, Speaker.REP);
        double buyer = temperature(heldBack, Speaker.BUYER);
        return new ActModel(
                model.rep().withTemperature(rep),
                model.buyer().withTemperature(buyer),
                least(heldBack, Map.of(Speaker.REP, rep, Speaker.BUYER, buyer)),
                SECOND);
    }

    ActModel uncalibrated(List<ActCorpus.Line> lines) {
        var features = new ActFeatures(lexicon);
        ActModel first = sides(lines, line -> features.of(Words.of(line.text()), features.before(before(line))));
        var reader = new BuiltInActAnalyser(lexicon, first);
        return sides(lines, line -> reader.features(line.speaker(), Words.of(line.text()), before(line)));
    }

    /** The hands that are held back at a time: a large one by itself, the small ones together. */
    static List<Set<String>> hands(List<ActCorpus.Line> lines) {
        Map<String, Long> counts = lines.stream()
                .collect(Collectors.groupingBy(ActCorpus.Line::writer, TreeMap::new, Collectors.counting()));
        List<Set<String>> hands = new ArrayList<>();
        Set<String> small = new TreeSet<>();
        counts.forEach((writer, count) -> {
            if (count < LARGE_HAND) {
                small.add(writer);
            } else {
                hands.add(Set.of(writer));
            }
        });
        if (!small.isEmpty()) {
            hands.add(small);
        }
        return hands;
    }

    /** Leaves some hands out at a time. */
    List<HeldBack> heldBack(List<ActCorpus.Line> lines) {
        List<HeldBack> out = new ArrayList<>();
        for (Set<String> hands : hands(lines)) {
            ActModel others = uncalibrated(lines.stream()
                    .filter(line -> !hands.contains(line.writer()))
                    .toList());
            var reader = new BuiltInActAnalyser(lexicon, others);
            for (ActCorpus.Line line : lines) {
                if (hands.contains(line.writer())) {
                    SideModel side = others.side(line.speaker());
                    double[] scores = side.scores(reader.features(line.speaker(), Words.of(line.text()), before(line)));
                    out.add(new HeldBack(line, scores, side));
                }
            }
        }
        return out;
    }

    private static @Nullable Words before(ActCorpus.Line line) {
        return line.context() == null ? null : Words.of(line.context());
    }

    private ActModel sides(List<ActCorpus.Line> lines, Function<ActCorpus.Line, FeatureBag> reading) {
        var rep = CompletableFuture.supplyAsync(() -> side(Speaker.REP, lines, reading));
        SideModel buyer = side(Speaker.BUYER, lines, reading);
        return new ActModel(rep.join(), buyer, 0, SECOND);
    }

    private SideModel side(Speaker speaker, List<ActCorpus.Line> lines, Function<ActCorpus.Line, FeatureBag> reading) {
        List<ActTrainer.Example> examples = lines.stream()
                .filter(line -> line.speaker() == speaker)
                .map(line -> new ActTrainer.Example(reading.apply(line), targets(line)))
                .toList();
        return new ActTrainer(Act.of(speaker), PENALTY, STEPS, LEAST_COUNT).train(examples);
    }

    private static Map<Act, Double> targets(ActCorpus.Line line) {
        Map<Act, Double> targets = new EnumMap<>(Act.class);
        List<Act> further = line.acts().subList(1, line.acts().size());
        targets.put(line.main(), further.isEmpty() ? 1 : 1 - SECOND_SHARE);
        further.forEach(act -> targets.merge(act, SECOND_SHARE / further.size(), Double::sum));
        return targets;
    }

    static double[] likelihoods(double[] scores, double temperature) {
        double[] scaled = scores.clone();
        for (int k = 0; k < scaled.length; k++) {
            scaled[k] /= temperature;
        }
        return LinearModel.softmax(scaled);
    }

    /** The temperature, in steps of 0.05, under which the true acts of the held-back lines are likeliest. */
    private static double temperature(List<HeldBack> heldBack, Speaker speaker) {
        double best = 1;
        double least = Double.MAX_VALUE;
        for (int step = 8; step <= 60; step++) {
            double temperature = step / 20.0;
            double surprise = 0;
            for (HeldBack one : heldBack) {
                if (one.line().speaker() == speaker) {
                    int gold = one.by().acts().indexOf(one.line().main());
                    surprise -= StrictMath.log(likelihoods(one.scores(), temperature)[gold] + 1e-12);
                }
            }
            if (surprise < least) {
                least = surprise;
                best = temperature;
            }
        }
        return best;
    }

    /** The highest threshold, in steps of 0.01, under which most held-back readings were wrong. */
    private static double least(List<HeldBack> heldBack, Map<Speaker, Double> temperatures) {
        double chosen = 0;
        for (int step = 5; step <= 50; step++) {
            double threshold = step / 100.0;
            int under = 0;
            int right = 0;
            for (HeldBack one : heldBack) {
                double[] p = likelihoods(
                        one.scores(), temperatures.getOrDefault(one.line().speaker(), 1.0));
                int main = best(p);
                if (p[main] < threshold) {
                    under++;
                    right += one.by().acts().get(main) == one.line().main() ? 1 : 0;
                }
            }
            if (under > 0 && right <= MOSTLY_WRONG * under) {
                chosen = threshold;
            }
        }
        return chosen;
    }

    static int best(double[] values) {
        int best = 0;
        for (int k = 1; k < values.length; k++) {
            if (values[k] > values[best]) {
                best = k;
            }
        }
        return best;
    }
}
