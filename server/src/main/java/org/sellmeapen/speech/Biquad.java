package org.sellmeapen.speech;

/** A filter of second order (Butterworth), as in the audio equaliser cookbook of R. Bristow-Johnson. */
final class Biquad {

    private final double b0;
    private final double b1;
    private final double b2;
    private final double a1;
    private final double a2;
    private double x1;
    private double x2;
    private double y1;
    private double y2;

    private Biquad(double b0, double b1, double b2, double a0, double a1, double a2) {
        this.b0 = b0 / a0;
        this.b1 = b1 / a0;
        this.b2 = b2 / a0;
        this.a1 = a1 / a0;
        this.a2 = a2 / a0;
    }

    static Biquad highPass(double hertz, int rate) {
        double w = 2 * Math.PI * hertz / rate;
        double alpha = Math.sin(w) / Math.sqrt(2);
        double cos = Math.cos(w);
        return new Biquad((1 + cos) / 2, -1 - cos, (1 + cos) / 2, 1 + alpha, -2 * cos, 1 - alpha);
    }

    static Biquad lowPass(double hertz, int rate) {
        double w = 2 * Math.PI * hertz / rate;
        double alpha = Math.sin(w) / Math.sqrt(2);
        double cos = Math.cos(w);
        return new Biquad((1 - cos) / 2, 1 - cos, (1 - cos) / 2, 1 + alpha, -2 * cos, 1 - alpha);
    }

    double next(double x) {
        double y = b0 * x + b1 * x1 + b2 * x2 - a1 * y1 - a2 * y2;
        x2 = x1;
        x1 = x;
        y2 = y1;
        y1 = Math.abs(y) < 1e-30 ? 0 : y; // the tail of a filter in silence would slow the processor down
        return y;
    }
}
