package org.sellmeapen.roleplay;

/** Chance that can be asked twice: the same seed and the same question always give the same answer. */
final class Chance {

    private Chance() {}

    /** 0 inclusive to 1 exclusive. */
    static double of(long seed, String question) {
        return (mix(seed ^ mix(question.hashCode())) >>> 11) * 0x1.0p-53;
    }

    static long order(long seed, String item) {
        return mix(seed ^ mix(item.hashCode() * 31L + item.length()));
    }

    /** The finaliser of SplitMix64. */
    private static long mix(long z) {
        z = (z + 0x9E3779B97F4A7C15L);
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
