package org.sellmeapen.ai.budget;

import org.sellmeapen.ai.RealtimeUsage;

/**
 * What hearing and speaking in one costs, in dollars.
 *
 * @param minute by the minute of sound that is sent
 * @param audioIn by the million tokens, as the rest; {@code audioKnown}: of what the vendor still knew
 */
public record RealtimePrice(
        double minute,
        double audioIn,
        double audioKnown,
        double audioOut,
        double textIn,
        double textKnown,
        double textOut) {

    public static final RealtimePrice FREE = new RealtimePrice(0, 0, 0, 0, 0, 0, 0);

    /** An answer of half a minute after half a minute of talk, with what was said before; rather too much than too little. */
    private static final RealtimeUsage AN_ANSWER = new RealtimeUsage(600, 2_000, 600, 1_000, 500, 150);

    /** As an organisation says that it pays; tokens are in it. */
    public static RealtimePrice byTheMinute(double dollars) {
        return new RealtimePrice(dollars, 0, 0, 0, 0, 0, 0);
    }

    /** And so much more by the minute. */
    public RealtimePrice with(double dollarsTheMinute) {
        return new RealtimePrice(minute + dollarsTheMinute, audioIn, audioKnown, audioOut, textIn, textKnown, textOut);
    }

    /** @param ms of sound that was sent */
    public long micros(RealtimeUsage usage, long ms) {
        double tokens = usage.audioIn() * audioIn
                + usage.audioKnown() * audioKnown
                + usage.audioOut() * audioOut
                + usage.textIn() * textIn
                + usage.textKnown() * textKnown
                + usage.textOut() * textOut;
        return (long) Math.ceil(tokens + ms * minute * 1_000_000 / 60_000);
    }

    /** What must be left for one more answer. */
    public long microsAhead() {
        return micros(AN_ANSWER, 60_000);
    }
}
