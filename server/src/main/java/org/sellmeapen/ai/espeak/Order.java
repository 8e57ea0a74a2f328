package org.sellmeapen.ai.espeak;

/**
 * What a process is asked for.
 *
 * @param language one of {@link Tongue}'s
 * @param variant of the voice, such as {@code m3}
 * @param rate words a minute
 * @param pitch 0 to 99
 */
record Order(String text, Tongue language, String variant, int rate, int pitch) {}
