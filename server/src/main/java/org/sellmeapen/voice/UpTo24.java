package org.sellmeapen.voice;

/**
 * 16 kHz to 24 kHz as it comes: three samples for two, band-limited by a windowed sinc. What comes out lags by half the
 * filter, a third of a millisecond, which nobody hears and no measure here sees.
 */
final class UpTo24 {

    private static final int UP = 3;
    private static final int DOWN = 2;
    private static final int TAPS = 12;
    private static final float[][] PHASES = phases();

    private final float[] past = new float[TAPS];
    private short[] out = new short[0];
    private int made;
    private int phase;

    int made() {
        return made;
    }

    /** The array is this object's own and holds {@link #made()} samples until the next call. */
    short[] more(short[] in, int length) {
        if (out.length < length * UP / DOWN + 2) {
            out = new short[length * UP / DOWN + 2];
        }
        made = 0;
        for (int k = 0; k < length; k++) {
            System.arraycopy(past, 1, past, 0, TAPS - 1);
            past[TAPS - 1] = in[k];
            while (phase < UP) {
                float sum = 0;
                float[] taps = PHASES[phase];
                for (int tap = 0; tap < TAPS; tap++) {
                    sum += past[tap] * taps[tap];
                }
                out[made++] = (short) Math.clamp(Math.round(sum), Short.MIN_VALUE, Short.MAX_VALUE);
                phase += DOWN;
            }
            phase -= UP;
        }
        return out;
    }

    private static float[][] phases() {
        float[][] phases = new float[UP][TAPS];
        for (int phase = 0; phase < UP; phase++) {
            double sum = 0;
            for (int tap = 0; tap < TAPS; tap++) {
                double t = tap - (TAPS / 2 - 1) - (double) phase / UP;
                double x = Math.PI * t * 0.92;
                double sinc = Math.abs(x) < 1e-9 ? 1 : Math.sin(x) / x;
                double window = 0.5 + 0.5 * Math.cos(Math.PI * t / (TAPS / 2.0));
                phases[phase][tap] = (float) (sinc * Math.max(0, window));
                sum += phases[phase][tap];
            }
            for (int tap = 0; tap < TAPS; tap++) {
                phases[phase][tap] /= (float) sum;
            }
        }
        return phases;
    }
}
