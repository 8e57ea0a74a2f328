package org.sellmeapen.scoring.builtin;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.sellmeapen.conversation.ActAnalyser;
import org.sellmeapen.scoring.Rubric;
import org.sellmeapen.scoring.ScoringContext;
import org.sellmeapen.scoring.Verdict;

/**
 * Sets {@link Weighing} on labelled conversations: per criterion a ridge regression on no 0, partial 1, yes 2, then the two
 * cuts that hit most labels. A criterion gets weights only where they hit at least as many labels of writers left out as
 * the first reading does.
 */
final class WeighingFit {

    private static final double RIDGE = 40;
    private static final double FARTHEST = 2.5;
    private static final int GRID = 60;

    /** One labelled conversation seen from one criterion. */
    private record Row(Map<String, Double> gauges, int label) {}

    private WeighingFit() {}

    static Weighing on(List<List<Labelled>> writers, ActAnalyser acts, Rubric rubric, Care care) {
        BuiltInJudge judge = BuiltInJudge.with(acts, care, Weighing.none());
        Map<String, List<List<Row>>> rows = new TreeMap<>();
        for (List<Labelled> writer : writers) {
            rubric.criteria()
                    .forEach(criterion -> rows.computeIfAbsent(criterion.id(), _ -> new ArrayList<>())
                            .add(new ArrayList<>()));
            for (Labelled one : writer) {
                Script script = judge.read(one.transcript(), new ArrayList<>());
                Notes notes = judge.notes(one.transcript(), rubric, ScoringContext.none());
                for (Rubric.Criterion criterion : rubric.criteria()) {
                    Verdict label = one.verdicts().get(criterion.id());
                    if (label != null && label != Verdict.NOT_OBSERVED) {
                        rows.get(criterion.id())
                                .getLast()
                                .add(new Row(Settling.gauges(criterion, notes, script), Agreement.rank(label)));
                    }
                }
            }
        }
        Map<String, Weighing.Scale> scales = new HashMap<>();
        rows.forEach((id, byWriter) -> {
            if (!id.equals("listened_more_than_talked") && pays(byWriter)) {
                scales.put(id, scale(byWriter.stream().flatMap(List::stream).toList()));
            }
        });
        return new Weighing(scales);
    }

    private static boolean pays(List<List<Row>> byWriter) {
        int weighed = 0;
        int first = 0;
        for (List<Row> left : byWriter) {
            List<Row> others = byWriter.stream()
                    .filter(one -> one != left)
                    .flatMap(List::stream)
                    .toList();
            if (others.isEmpty()) {
                return true;
            }
            Weighing.Scale scale = scale(others);
            for (Row row : left) {
                weighed += rank(scale.leaning(scale.sum(row.gauges))) == row.label ? 1 : 0;
                first += row.gauges.getOrDefault("first reading", 0.0) == row.label ? 1 : 0;
            }
        }
        return weighed >= first;
    }

    private static int rank(Verdict verdict) {
        return Agreement.rank(verdict);
    }

    private static Weighing.Scale scale(List<Row> rows) {
        List<String> names = new ArrayList<>(new TreeSet<>(
                rows.stream().flatMap(row -> row.gauges.keySet().stream()).toList()));
        double base = rows.stream().mapToInt(Row::label).average().orElse(0);
        double[] usual = new double[names.size()];
        double[] spread = new double[names.size()];
        for (int k = 0; k < names.size(); k++) {
            String name = names.get(k);
            double mean =
                    rows.stream().mapToDouble(row -> at(row, name)).average().orElse(0);
            usual[k] = mean;
            spread[k] = 0.001
                    + Math.sqrt(rows.stream()
                            .mapToDouble(row -> Math.pow(at(row, name) - mean, 2))
                            .average()
                            .orElse(0));
        }
        double[] weights = ridge(rows, names, usual, spread, base);
        List<Weighing.Part> parts = new ArrayList<>();
        for (int k = 0; k < names.size(); k++) {
            if (Math.abs(weights[k]) >= 0.0005) {
                parts.add(new Weighing.Part(names.get(k), round(usual[k]), round(spread[k]), round(weights[k])));
            }
        }
        return cut(rows, new Weighing.Scale(round(base), 0.5, 1.5, parts));
    }

    private static double at(Row row, String name) {
        return row.gauges.getOrDefault(name, 0.0);
    }

    private static double round(double value) {
        return Math.round(value * 1000) / 1000.0;
    }

    /** Normal equations, solved by elimination; the ridge keeps them regular. */
    private static double[] ridge(List<Row> rows, List<String> names, double[] usual, double[] spread, double base) {
        int width = names.size();
        double[][] system = new double[width][width + 1];
        for (Row row : rows) {
            double[] z = new double[width];
            for (int k = 0; k < width; k++) {
                z[k] = Math.clamp((at(row, names.get(k)) - usual[k]) / spread[k], -FARTHEST, FARTHEST);
            }
            for (int a = 0; a < width; a++) {
                for (int b = 0; b < width; b++) {
                    system[a][b] += z[a] * z[b];
                }
                system[a][width] += z[a] * (row.label - base);
            }
        }
        for (int k = 0; k < width; k++) {
            system[k][k] += RIDGE;
        }
        for (int k = 0; k < width; k++) {
            for (int below = k + 1; below < width; below++) {
                double times = system[below][k] / system[k][k];
                for (int column = k; column <= width; column++) {
                    system[below][column] -= times * system[k][column];
                }
            }
        }
        double[] weights = new double[width];
        for (int k = width - 1; k >= 0; k--) {
            double rest = system[k][width];
            for (int right = k + 1; right < width; right++) {
                rest -= system[k][right] * weights[right];
            }
            weights[k] = rest / system[k][k];
        }
        return weights;
    }

    /** The cuts with most hits; a hit missed by two steps costs more, and cuts far from the middle cost a little. */
    private static Weighing.Scale cut(List<Row> rows, Weighing.Scale scale) {
        Weighing.Scale best = scale;
        double most = Double.NEGATIVE_INFINITY;
        double[] sums = rows.stream().mapToDouble(row -> scale.sum(row.gauges)).toArray();
        for (int a = 0; a <= GRID; a++) {
            for (int b = a; b <= GRID; b++) {
                double partial = 2.0 * a / GRID;
                double yes = 2.0 * b / GRID;
                double worth = -0.01 * (Math.pow(partial - 0.5, 2) + Math.pow(yes - 1.5, 2));
                for (int k = 0; k < sums.length; k++) {
                    int given = sums[k] >= yes ? 2 : sums[k] >= partial ? 1 : 0;
                    int miss = given - rows.get(k).label;
                    worth += ((miss == 0 ? 1 : 0) - 0.1 * miss * miss) / sums.length;
                }
                if (worth > most) {
                    most = worth;
                    best = new Weighing.Scale(scale.base(), round(partial), round(yes), scale.parts());
                }
            }
        }
        return best;
    }

    /** As {@code content/rubrics/weighing.yaml} holds it. */
    static String yaml(Weighing weighing) {
        StringBuilder text = new StringBuilder(
                "# Written by WeighingFit (evals/judge/run fit). By criterion and name: what is usual, its spread, how far one spread moves\n"
                        + "# the sum; base is the sum of what is usual, partial and yes are the cuts. A criterion that is absent is read without weights.\n"
                        + "criteria:\n");
        new TreeMap<>(weighing.scales()).forEach((id, scale) -> {
            text.append(String.format(
                    Locale.ROOT,
                    "  %s:\n    base: %s\n    partial: %s\n    yes: %s\n    parts:\n",
                    id,
                    scale.base(),
                    scale.partial(),
                    scale.yes()));
            scale.parts()
                    .forEach(part -> text.append(String.format(
                            Locale.ROOT,
                            "      \"%s\": [%s, %s, %s]\n",
                            part.name(),
                            part.usual(),
                            part.spread(),
                            part.weight())));
        });
        return text.toString();
    }
}
