package org.sellmeapen.speech;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One voice as it was heard.
 *
 * @param speech when it spoke, silences under 0.2 s closed
 * @param nuclei the moments of its syllables, in seconds
 * @param wandersDb how much its loudness wanders, or null where too little was said
 */
record Heard(List<Span> speech, double[] nuclei, @Nullable Double wandersDb) {

    /** The shortest silence that is a pause. */
    static final double PAUSE_S = 0.25;

    /** Speech with everything closed that is not long enough to be a pause. */
    List<Span> sounding() {
        return Spans.joined(speech, PAUSE_S);
    }

    boolean silent() {
        return speech.isEmpty();
    }

    /** From its first to its last speech. */
    double reachS() {
        return silent() ? 0 : speech.getLast().endS() - speech.getFirst().startS();
    }

    int syllables() {
        int count = 0;
        for (Span span : speech) {
            count += syllables(span);
        }
        return count;
    }

    int syllables(Span span) {
        int count = 0;
        for (double nucleus : nuclei) {
            if (span.contains(nucleus)) {
                count++;
            }
        }
        return count;
    }
}
