package org.sellmeapen.conversation;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A multinomial linear model over named features. A feature is known by a 32-bit hash of its name; its weights are one
 * byte an act with one scale a row.
 */
final class LinearModel {

    private static final double NORM = 20;

    private final List<Act> acts;
    private final int[] hashes;
    private final float[] scales;
    private final byte[] weights;
    private final int[] slots;

    /** @param hashes one a row, no two alike; {@code weights} holds the rows one after the other */
    LinearModel(List<Act> acts, int[] hashes, float[] scales, byte[] weights) {
        this.acts = List.copyOf(acts);
        this.hashes = hashes;
        this.scales = scales;
        this.weights = weights;
        this.slots = new int[Integer.highestOneBit(Math.max(1, hashes.length)) * 4];
        for (int i = 0; i < hashes.length; i++) {
            int at = hashes[i] & slots.length - 1;
            while (slots[at] != 0) {
                at = at + 1 & slots.length - 1;
            }
            slots[at] = i + 1;
        }
    }

    int rows() {
        return hashes.length;
    }

    List<Act> acts() {
        return acts;
    }

    static final long HASH_START = 0xcbf29ce484222325L;

    static long step(long hash, char c) {
        return (hash ^ c) * 0x100000001b3L;
    }

    static int fold(long hash) {
        long mixed = (hash ^ hash >>> 29) * 0xbf58476d1ce4e5b9L;
        return (int) (mixed ^ mixed >>> 32);
    }

    /** What every known feature is multiplied by: long utterances must not shout. */
    static double norm(double known) {
        return 1 / Math.sqrt(Math.max(known, 1) / NORM);
    }

    /** The row of each feature, negative where training never saw it. */
    int[] rows(FeatureBag features) {
        int[] found = new int[features.size()];
        for (int i = 0; i < found.length; i++) {
            found[i] = row(features.hash(i));
        }
        return found;
    }

    /** Raw scores, one an act in the order of {@link #acts()}. */
    double[] scores(FeatureBag features, int[] found) {
        double[] sum = new double[acts.size()];
        int known = 0;
        for (int i = 0; i < found.length; i++) {
            if (found[i] >= 0) {
                known++;
                float by = features.value(i) * scales[found[i]];
                int from = found[i] * sum.length;
                for (int k = 0; k < sum.length; k++) {
                    sum[k] += by * weights[from + k];
                }
            }
        }
        double norm = norm(known);
        for (int k = 0; k < sum.length; k++) {
            sum[k] *= norm;
        }
        return sum;
    }

    /** How much more a feature of this row speaks for the act than for the acts on average. */
    double contribution(int row, int act) {
        double mean = 0;
        for (int k = 0; k < acts.size(); k++) {
            mean += weights[row * acts.size() + k];
        }
        return scales[row] * (weights[row * acts.size() + act] - mean / acts.size());
    }

    boolean knowsWord(String word) {
        return row(FeatureBag.hashOf("w", word)) >= 0;
    }

    int row(int hash) {
        int at = hash & slots.length - 1;
        while (slots[at] != 0 && hashes[slots[at] - 1] != hash) {
            at = at + 1 & slots.length - 1;
        }
        return slots[at] - 1;
    }

    /** In place. */
    static double[] softmax(double[] scores) {
        double max = Arrays.stream(scores).max().orElse(0);
        double sum = 0;
        for (int k = 0; k < scores.length; k++) {
            scores[k] = StrictMath.exp(scores[k] - max);
            sum += scores[k];
        }
        for (int k = 0; k < scores.length; k++) {
            scores[k] /= sum;
        }
        return scores;
    }

    void write(DataOutputStream out) throws IOException {
        out.writeByte(acts.size());
        for (Act act : acts) {
            out.writeUTF(act.code());
        }
        out.writeInt(hashes.length);
        for (int hash : hashes) {
            out.writeInt(hash);
        }
        for (float scale : scales) {
            out.writeFloat(scale);
        }
        out.write(weights);
    }

    static LinearModel read(DataInputStream in) throws IOException {
        int count = in.readUnsignedByte();
        List<Act> acts = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            String code = in.readUTF();
            acts.add(Act.ofCode(code).orElseThrow(() -> new IOException("unknown act " + code)));
        }
        int rows = in.readInt();
        int[] hashes = new int[rows];
        for (int i = 0; i < rows; i++) {
            hashes[i] = in.readInt();
        }
        float[] scales = new float[rows];
        for (int i = 0; i < rows; i++) {
            scales[i] = in.readFloat();
        }
        return new LinearModel(acts, hashes, scales, in.readNBytes(rows * count));
    }
}
