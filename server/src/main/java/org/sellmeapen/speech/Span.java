package org.sellmeapen.speech;

/** A stretch of time in a recording, in seconds from its start. */
public record Span(double startS, double endS) {

    double seconds() {
        return endS - startS;
    }

    boolean contains(double s) {
        return startS <= s && s < endS;
    }

    double overlap(Span other) {
        return Math.max(0, Math.min(endS, other.endS) - Math.max(startS, other.startS));
    }
}
