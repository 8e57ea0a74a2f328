package org.sellmeapen.training;

/**
 * A silence of both sides between speech and speech, on the clock of the recording.
 *
 * @param between whether the other side spoke after it, or the same went on
 */
record Pause(long startMs, long endMs, boolean between) {}
