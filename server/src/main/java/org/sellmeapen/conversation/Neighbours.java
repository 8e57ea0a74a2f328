package org.sellmeapen.conversation;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.PriorityQueue;

/**
 * The corpus as a memory: which of its utterances are most alike, and what did they do. Only features rare enough to
 * tell utterances apart are kept. Beside the linear model it catches turns of phrase that no single feature carries.
 */
final class Neighbours {

    private static final int NEAREST = 60;
    private static final double FLOOR = 0.02;

    private final byte[] acts;
    private final int[] from;
    private final short[] utterances;
    private final float[] rarity;
    private final float[] shortness;

    /**
     * @param acts index of the main act of each utterance
     * @param from where the utterances of a row begin; one more than there are rows
     * @param utterances those in which the feature of the row stands
     */
    Neighbours(byte[] acts, int[] from, short[] utterances) {
        this.acts = acts;
        this.from = from;
        this.utterances = utterances;
        this.rarity = new float[from.length - 1];
        this.shortness = new float[acts.length];
        for (int row = 0; row < rarity.length; row++) {
            int count = from[row + 1] - from[row];
            double idf = count == 0 ? 0 : StrictMath.log(acts.length / (double) count);
            rarity[row] = (float) (idf * idf);
            for (int i = from[row]; i < from[row + 1]; i++) {
                shortness[utterances[i] & 0xffff] += rarity[row];
            }
        }
        for (int i = 0; i < shortness.length; i++) {
            shortness[i] = (float) (1 / Math.sqrt(shortness[i] + 1e-6));
        }
    }

    /** Whether two utterances may be called alike for features of this kind. */
    static boolean keeps(String kind) {
        return switch (kind) {
            case "x", "xa", "ca" -> false;
            default -> true;
        };
    }

    /** Share of each act among the nearest utterances; never 0, summing to 1. */
    double[] shares(int count, int[] found) {
        float[] alike = new float[acts.length];
        for (int row : found) {
            if (row >= 0) {
                for (int i = from[row]; i < from[row + 1]; i++) {
                    alike[utterances[i] & 0xffff] += rarity[row];
                }
            }
        }
        for (int i = 0; i < alike.length; i++) {
            alike[i] *= shortness[i];
        }
        double[] shares = new double[count];
        Arrays.fill(shares, FLOOR);
        PriorityQueue<Float> nearest = nearest(alike);
        if (!nearest.isEmpty()) {
            float least = nearest.element();
            float most = Collections.max(nearest);
            for (int i = 0; i < alike.length; i++) {
                if (alike[i] >= least && alike[i] > 0) {
                    double near = alike[i] / most;
                    shares[acts[i]] += near * near * near * near;
                }
            }
        }
        double sum = Arrays.stream(shares).sum();
        for (int k = 0; k < shares.length; k++) {
            shares[k] /= sum;
        }
        return shares;
    }

    /** The highest ones above 0, the lowest of them at the head. */
    private static PriorityQueue<Float> nearest(float[] alike) {
        PriorityQueue<Float> nearest = new PriorityQueue<>(NEAREST + 1);
        for (float one : alike) {
            if (one > 0 && (nearest.size() < NEAREST || one > nearest.element())) {
                nearest.add(one);
                if (nearest.size() > NEAREST) {
                    nearest.remove();
                }
            }
        }
        return nearest;
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(acts.length);
        out.write(acts);
        out.writeInt(from.length);
        for (int row = 0; row + 1 < from.length; row++) {
            out.writeShort(from[row + 1] - from[row]);
        }
        for (short utterance : utterances) {
            out.writeShort(utterance);
        }
    }

    static Neighbours read(DataInputStream in) throws IOException {
        byte[] acts = in.readNBytes(in.readInt());
        int[] from = new int[in.readInt()];
        for (int row = 0; row + 1 < from.length; row++) {
            from[row + 1] = from[row] + in.readUnsignedShort();
        }
        short[] utterances = new short[from[from.length - 1]];
        for (int i = 0; i < utterances.length; i++) {
            utterances[i] = in.readShort();
        }
        return new Neighbours(acts, from, utterances);
    }
}
