package org.sellmeapen.media;

/** What became of samples that were handed to a {@link Recorder}. */
public enum Taken {
    ALL,
    /** The beginning came too late, or memory for recordings was short; the rest is in. */
    SOME,
    /** Older than what may still be corrected; nothing was changed. */
    TOO_LATE,
    /** Absurdly far ahead of what was written so far, before zero, or beyond the longest recording; nothing was changed. */
    TOO_FAR,
    /** The recorder was closed, or the recording erased meanwhile. */
    CLOSED
}
