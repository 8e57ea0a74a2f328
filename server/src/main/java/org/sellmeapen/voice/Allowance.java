package org.sellmeapen.voice;

/** So many a second, with a store for hiccups of the network; what a sound sender never exceeds. */
final class Allowance {

    private final double perMs;
    private final double most;
    private double have;
    private long atMs;

    Allowance(int perSecond, int most, long nowMs) {
        this.perMs = perSecond / 1000.0;
        this.most = most;
        this.have = most;
        this.atMs = nowMs;
    }

    boolean take(long nowMs) {
        return take(1, nowMs);
    }

    boolean take(int many, long nowMs) {
        have = Math.min(most, have + (nowMs - atMs) * perMs);
        atMs = nowMs;
        if (have < many) {
            return false;
        }
        have -= many;
        return true;
    }
}
