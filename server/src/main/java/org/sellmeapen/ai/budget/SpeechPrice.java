package org.sellmeapen.ai.budget;

/**
 * What hearing or speaking costs.
 *
 * @param dollars by the minute that is heard, or by the million characters that are spoken
 */
public record SpeechPrice(double dollars) {

    public static final SpeechPrice FREE = new SpeechPrice(0);

    /** Of sound that is heard. */
    public long microsOfSound(long ms) {
        return (long) Math.ceil(ms * dollars * 1_000_000 / 60_000);
    }

    /** Of characters that are spoken. */
    public long microsOfText(long characters) {
        return (long) Math.ceil(characters * dollars);
    }
}
