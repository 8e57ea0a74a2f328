package org.sellmeapen.audio;

/** A Butterworth filter of the second order. */
final class HighPass {

    private final double b0;
    private final double b1;
    private final double a1;
    private final double a2;
    private double x1;
    private double x2;
    private double y1;
    private double y2;

    HighPass(double frequency, int rate) {
        double w = 2 * Math.PI * frequency / rate;
        double alpha = Math.sin(w) / Math.sqrt(2);
        double a0 = 1 + alpha;
        b0 = (1 + Math.cos(w)) / 2 / a0;
        b1 = -2 * b0;
        a1 = -2 * Math.cos(w) / a0;
        a2 = (1 - alpha) / a0;
    }

    double next(double x) {
        double y = b0 * (x + x2) + b1 * x1 - a1 * y1 - a2 * y2;
        x2 = x1;
        x1 = x;
        y2 = y1;
        y1 = y;
        return y;
    }

    void reset() {
        x1 = 0;
        x2 = 0;
        y1 = 0;
        y2 = 0;
    }
}
