package org.sellmeapen.knowledge;

/** Vectors of length one, kept in a byte a part: near enough to tell what is nearest. */
final class Meaning {

    private Meaning() {}

    static byte[] packed(float[] vector) {
        byte[] packed = new byte[vector.length];
        for (int k = 0; k < vector.length; k++) {
            packed[k] = (byte) Math.clamp(Math.round(vector[k] * 127f * scale(vector.length)), -127, 127);
        }
        return packed;
    }

    /** The parts of a long vector are small; without this most of them would be nothing. */
    private static float scale(int length) {
        return Math.max(1f, (float) Math.sqrt(length) / 4f);
    }

    /** How near two packed vectors are, 1 the same direction; 0 where they are of different lengths. */
    static double nearness(byte[] a, byte[] b) {
        if (a.length != b.length) {
            return 0;
        }
        long product = 0;
        long ofA = 0;
        long ofB = 0;
        for (int k = 0; k < a.length; k++) {
            product += a[k] * b[k];
            ofA += a[k] * a[k];
            ofB += b[k] * b[k];
        }
        return ofA == 0 || ofB == 0 ? 0 : product / Math.sqrt((double) ofA * ofB);
    }
}
