package org.sellmeapen.speech;

/** Figures as they are told: without digits that mean nothing. */
final class Rounded {

    private Rounded() {}

    static double to(double value, int digits) {
        double scale = Math.pow(10, digits);
        return Math.round(value * scale) / scale;
    }
}
