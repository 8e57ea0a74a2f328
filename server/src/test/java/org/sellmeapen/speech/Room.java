package org.sellmeapen.speech;

/** The echo of a room, by M. Schroeder's way (1962): four delays that feed themselves, two that only blur. */
final class Room {

    private static final double[] DELAYS_S = {0.0297, 0.0371, 0.0411, 0.0437};
    private static final double[] BLURS_S = {0.0050, 0.0017};
    private static final double BLUR = 0.7;

    private Room() {}

    /**
     * @param fadesS until the echo is 60 dB softer
     * @param softerDb how much softer than the voice the echo is
     */
    static float[] of(float[] dry, int rate, double fadesS, double softerDb) {
        double[] echo = new double[dry.length];
        for (double delay : DELAYS_S) {
            int by = (int) (delay * rate);
            double feeds = Math.pow(10, -3 * delay / fadesS);
            double[] comb = new double[dry.length];
            for (int i = by; i < dry.length; i++) {
                comb[i] = dry[i - by] + feeds * comb[i - by];
                echo[i] += comb[i];
            }
        }
        for (double blur : BLURS_S) {
            echo = blurred(echo, (int) (blur * rate));
        }
        double voice = 0;
        double room = 0;
        for (int i = 0; i < dry.length; i++) {
            voice += dry[i] * dry[i];
            room += echo[i] * echo[i];
        }
        double gain = Math.sqrt(voice / room) * Math.pow(10, -softerDb / 20);
        float[] heard = new float[dry.length];
        for (int i = 0; i < heard.length; i++) {
            heard[i] = (float) (dry[i] + gain * echo[i]);
        }
        return heard;
    }

    private static double[] blurred(double[] sound, int by) {
        double[] out = new double[sound.length];
        for (int i = 0; i < sound.length; i++) {
            out[i] = -BLUR * sound[i] + (i < by ? 0 : sound[i - by] + BLUR * out[i - by]);
        }
        return out;
    }
}
