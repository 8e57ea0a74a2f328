package org.sellmeapen.audio;

/**
 * When a {@link SpeechDetector} is sure.
 *
 * @param onset probability from which on a frame may begin speech
 * @param release probability below which speech that goes on is over
 * @param minSpeechMs so much voice must have been heard before it is called speech: a click is none
 * @param minSilenceMs so long must nothing have been heard before speech is called over
 * @param bridgeMs what may be missing inside the first sounds of a word
 * @param reachMs a word begins softer than it is: so far back its beginning is looked for
 */
public record SpeechDetectorSettings(
        double onset, double release, int minSpeechMs, int minSilenceMs, int bridgeMs, int reachMs) {

    /** What was measured in {@code evals/activity}. */
    public static final SpeechDetectorSettings STANDARD = new SpeechDetectorSettings(0.5, 0.35, 50, 300, 60, 150);

    private static final int LONGEST_REACH_MS = 500;

    public SpeechDetectorSettings {
        if (!(0 < release && release <= onset && onset < 1)) {
            throw new IllegalArgumentException("0 < release <= onset < 1, not %s and %s".formatted(release, onset));
        }
        if (minSpeechMs < 10 || minSilenceMs < 10 || bridgeMs < 0 || reachMs < 0 || reachMs > LONGEST_REACH_MS) {
            throw new IllegalArgumentException("Times of %d, %d, %d and %d ms cannot be kept"
                    .formatted(minSpeechMs, minSilenceMs, bridgeMs, reachMs));
        }
    }

    public SpeechDetectorSettings withMinSpeechMs(int ms) {
        return new SpeechDetectorSettings(onset, release, ms, minSilenceMs, bridgeMs, reachMs);
    }

    public SpeechDetectorSettings withMinSilenceMs(int ms) {
        return new SpeechDetectorSettings(onset, release, minSpeechMs, ms, bridgeMs, reachMs);
    }
}
