package org.sellmeapen.scoring.builtin;

import java.util.ArrayList;
import java.util.List;
import org.sellmeapen.conversation.ActAnalyser;

/** Sets the parts of {@link Care} on labelled conversations: ridge regression on weak -1, average 0, strong 1. */
final class CareFit {

    private static final double RIDGE = 4;
    private static final int STEPS = 3000;

    private CareFit() {}

    static Care on(List<Labelled> labelled, ActAnalyser acts) {
        return new Care(parts(labelled, acts));
    }

    static List<Care.Part> parts(List<Labelled> labelled, ActAnalyser acts) {
        BuiltInJudge judge = BuiltInJudge.shipped(acts);
        List<List<Double>> rows = new ArrayList<>();
        List<Double> levels = new ArrayList<>();
        for (Labelled one : labelled) {
            rows.add(Care.counts(judge.read(one.transcript(), new ArrayList<>())));
            levels.add(one.quality().equals("strong") ? 1.0 : one.quality().equals("weak") ? -1.0 : 0.0);
        }
        int width = Care.COUNTED.size();
        double[] usual = new double[width];
        double[] spread = new double[width];
        for (int k = 0; k < width; k++) {
            int at = k;
            usual[k] = rows.stream().mapToDouble(row -> row.get(at)).average().orElse(0);
            double mean = usual[k];
            spread[k] = Math.max(
                    1e-6,
                    Math.sqrt(rows.stream()
                            .mapToDouble(row -> Math.pow(row.get(at) - mean, 2))
                            .average()
                            .orElse(1)));
        }
        double[] weights = weights(rows, levels, usual, spread);
        List<Care.Part> parts = new ArrayList<>();
        for (int k = 0; k < width; k++) {
            parts.add(new Care.Part(usual[k], spread[k], weights[k]));
        }
        return parts;
    }

    private static double[] weights(List<List<Double>> rows, List<Double> levels, double[] usual, double[] spread) {
        double[] weights = new double[usual.length];
        for (int step = 0; step < STEPS; step++) {
            double[] slope = new double[weights.length];
            for (int r = 0; r < rows.size(); r++) {
                double miss = -levels.get(r);
                for (int k = 0; k < weights.length; k++) {
                    miss += weights[k] * (rows.get(r).get(k) - usual[k]) / spread[k];
                }
                for (int k = 0; k < weights.length; k++) {
                    slope[k] += miss * (rows.get(r).get(k) - usual[k]) / spread[k];
                }
            }
            for (int k = 0; k < weights.length; k++) {
                weights[k] -= 0.002 * (slope[k] + RIDGE * weights[k]);
            }
        }
        return weights;
    }
}
