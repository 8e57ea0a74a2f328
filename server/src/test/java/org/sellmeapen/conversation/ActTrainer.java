package org.sellmeapen.conversation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Multinomial logistic regression with an L2 penalty, by L-BFGS: the same lines always give the same weights. */
final class ActTrainer {

    /** @param targets share of each act, summing to 1 */
    record Example(FeatureBag features, Map<Act, Double> targets) {}

    private static final int MEMORY = 7;
    private static final double TYPICAL_COUNT = 20;

    private final List<Act> acts;
    private final double penalty;
    private final int steps;
    private final int minimumCount;

    ActTrainer(List<Act> acts, double penalty, int steps, int minimumCount) {
        this.acts = acts;
        this.penalty = penalty;
        this.steps = steps;
        this.minimumCount = minimumCount;
    }

    SideModel train(List<Example> examples) {
        Map<Integer, Integer> rows = rows(examples);
        int n = examples.size();
        int[][] ids = new int[n][];
        float[][] values = new float[n][];
        float[][] targets = new float[n][acts.size()];
        for (int i = 0; i < n; i++) {
            encode(examples.get(i), rows, i, ids, values, targets);
        }
        float[] rarity = rarity(ids, rows.size());
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < ids[i].length; j++) {
                values[i][j] *= rarity[ids[i][j]];
            }
        }
        double[] w = minimise(new Loss(ids, values, targets, rows.size()), rows.size() * acts.size());
        for (int i = 0; i < w.length; i++) {
            w[i] *= rarity[i / acts.size()];
        }
        LinearModel linear = quantise(rows, w);
        return new SideModel(linear, neighbours(linear, examples), 1);
    }

    /** Rare features may weigh more: the square root of their inverse document frequency, about 1 on average. */
    private static float[] rarity(int[][] ids, int rows) {
        double[] count = new double[rows];
        for (int[] line : ids) {
            for (int row : line) {
                count[row]++;
            }
        }
        float[] rarity = new float[rows];
        for (int row = 0; row < rows; row++) {
            rarity[row] = (float)
                    Math.sqrt(StrictMath.log(ids.length / count[row] + 1) / StrictMath.log(ids.length / TYPICAL_COUNT));
        }
        return rarity;
    }

    private Neighbours neighbours(LinearModel linear, List<Example> examples) {
        List<List<Integer>> standsIn = new ArrayList<>();
        for (int row = 0; row < linear.rows(); row++) {
            standsIn.add(new ArrayList<>());
        }
        boolean[] kept = new boolean[linear.rows()];
        byte[] main = new byte[examples.size()];
        for (int i = 0; i < examples.size(); i++) {
            FeatureBag features = examples.get(i).features();
            for (int k = 0; k < features.size(); k++) {
                int row = linear.row(features.hash(k));
                if (row >= 0) {
                    standsIn.get(row).add(i);
                    kept[row] |= Neighbours.keeps(features.kind(k));
                }
            }
            main[i] = (byte) acts.indexOf(mainAct(examples.get(i)));
        }
        int[] from = new int[linear.rows() + 1];
        List<Integer> all = new ArrayList<>();
        for (int row = 0; row < linear.rows(); row++) {
            List<Integer> those = standsIn.get(row);
            if (kept[row] && those.size() * 8L <= examples.size()) {
                all.addAll(those);
            }
            from[row + 1] = all.size();
        }
        short[] utterances = new short[all.size()];
        for (int i = 0; i < utterances.length; i++) {
            utterances[i] = all.get(i).shortValue();
        }
        return new Neighbours(main, from, utterances);
    }

    private static Act mainAct(Example example) {
        return example.targets().entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
    }

    private Map<Integer, Integer> rows(List<Example> examples) {
        Map<Integer, Integer> counts = new TreeMap<>();
        for (Example example : examples) {
            for (int i = 0; i < example.features().size(); i++) {
                counts.merge(example.features().hash(i), 1, Integer::sum);
            }
        }
        Map<Integer, Integer> rows = new HashMap<>();
        counts.forEach((hash, count) -> {
            if (count >= minimumCount) {
                rows.put(hash, rows.size());
            }
        });
        return rows;
    }

    private void encode(
            Example example, Map<Integer, Integer> rows, int i, int[][] ids, float[][] values, float[][] targets) {
        FeatureBag features = example.features();
        int[] known = IntStream.range(0, features.size())
                .filter(k -> rows.containsKey(features.hash(k)))
                .toArray();
        double norm = LinearModel.norm(known.length);
        ids[i] = new int[known.length];
        values[i] = new float[known.length];
        for (int k = 0; k < known.length; k++) {
            ids[i][k] = rows.getOrDefault(features.hash(known[k]), 0);
            values[i][k] = (float) (features.value(known[k]) * norm);
        }
        for (int k = 0; k < acts.size(); k++) {
            targets[i][k] = example.targets().getOrDefault(acts.get(k), 0.0).floatValue();
        }
    }

    private LinearModel quantise(Map<Integer, Integer> rows, double[] w) {
        int count = acts.size();
        int[] hashes =
                rows.keySet().stream().mapToInt(Integer::intValue).sorted().toArray();
        float[] scales = new float[hashes.length];
        byte[] weights = new byte[hashes.length * count];
        for (int i = 0; i < hashes.length; i++) {
            int from = rows.getOrDefault(hashes[i], 0) * count;
            double largest = 1e-9;
            for (int k = 0; k < count; k++) {
                largest = Math.max(largest, Math.abs(w[from + k]));
            }
            scales[i] = (float) (largest / Byte.MAX_VALUE);
            for (int k = 0; k < count; k++) {
                weights[i * count + k] = (byte) Math.round(w[from + k] / scales[i]);
            }
        }
        return new LinearModel(acts, hashes, scales, weights);
    }

    /** Cross-entropy with penalty, and its gradient. */
    private final class Loss {
        private final int[][] ids;
        private final float[][] values;
        private final float[][] targets;
        private final int rows;

        Loss(int[][] ids, float[][] values, float[][] targets, int rows) {
            this.ids = ids;
            this.values = values;
            this.targets = targets;
            this.rows = rows;
        }

        double at(double[] w, double[] gradient) {
            int count = acts.size();
            double loss = 0;
            for (int i = 0; i < rows * count; i++) {
                gradient[i] = penalty * w[i];
                loss += penalty / 2 * w[i] * w[i];
            }
            double[] p = new double[count];
            for (int i = 0; i < ids.length; i++) {
                Arrays.fill(p, 0);
                for (int j = 0; j < ids[i].length; j++) {
                    int from = ids[i][j] * count;
                    double v = values[i][j];
                    for (int k = 0; k < count; k++) {
                        p[k] += v * w[from + k];
                    }
                }
                LinearModel.softmax(p);
                for (int k = 0; k < count; k++) {
                    if (targets[i][k] > 0) {
                        loss -= targets[i][k] * StrictMath.log(p[k] + 1e-12);
                    }
                    p[k] -= targets[i][k];
                }
                for (int j = 0; j < ids[i].length; j++) {
                    int from = ids[i][j] * count;
                    double v = values[i][j];
                    for (int k = 0; k < count; k++) {
                        gradient[from + k] += v * p[k];
                    }
                }
            }
            return loss;
        }
    }

    private double[] minimise(Loss loss, int size) {
        double[] w = new double[size];
        double[] gradient = new double[size];
        double at = loss.at(w, gradient);
        List<double[]> moved = new ArrayList<>();
        List<double[]> turned = new ArrayList<>();
        for (int step = 0; step < steps; step++) {
            double[] direction = direction(gradient, moved, turned);
            double slope = dot(direction, gradient);
            double length = step == 0 ? 1 / Math.sqrt(dot(gradient, gradient)) : 1;
            double[] next = new double[size];
            double[] nextGradient = new double[size];
            double nextAt = 0;
            for (int tries = 0; tries < 20; tries++) {
                for (int i = 0; i < size; i++) {
                    next[i] = w[i] + length * direction[i];
                }
                nextAt = loss.at(next, nextGradient);
                if (nextAt <= at + 1e-4 * length * slope) {
                    break;
                }
                length /= 2;
            }
            double[] s = new double[size];
            double[] y = new double[size];
            for (int i = 0; i < size; i++) {
                s[i] = next[i] - w[i];
                y[i] = nextGradient[i] - gradient[i];
            }
            if (dot(s, y) > 1e-12) {
                moved.add(s);
                turned.add(y);
                if (moved.size() > MEMORY) {
                    moved.removeFirst();
                    turned.removeFirst();
                }
            }
            boolean still = at - nextAt < 1e-6 * Math.abs(at);
            w = next;
            gradient = nextGradient;
            at = nextAt;
            if (still) {
                break;
            }
        }
        return w;
    }

    private static double[] direction(double[] gradient, List<double[]> moved, List<double[]> turned) {
        double[] q = new double[gradient.length];
        for (int i = 0; i < q.length; i++) {
            q[i] = -gradient[i];
        }
        double[] alpha = new double[moved.size()];
        for (int m = moved.size() - 1; m >= 0; m--) {
            alpha[m] = dot(moved.get(m), q) / dot(moved.get(m), turned.get(m));
            addScaled(q, turned.get(m), -alpha[m]);
        }
        if (!moved.isEmpty()) {
            double[] s = moved.getLast();
            double[] y = turned.getLast();
            double scale = dot(s, y) / dot(y, y);
            for (int i = 0; i < q.length; i++) {
                q[i] *= scale;
            }
        }
        for (int m = 0; m < moved.size(); m++) {
            double beta = dot(turned.get(m), q) / dot(moved.get(m), turned.get(m));
            addScaled(q, moved.get(m), alpha[m] - beta);
        }
        return q;
    }

    private static void addScaled(double[] to, double[] what, double by) {
        for (int i = 0; i < to.length; i++) {
            to[i] += by * what[i];
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
