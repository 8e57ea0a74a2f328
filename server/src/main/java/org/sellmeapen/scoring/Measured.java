package org.sellmeapen.scoring;

/**
 * A value that code computed, with its arithmetic in words and numbers.
 *
 * @param unit {@code ratio}, {@code count} or {@code words}
 * @param arithmetic such as {@code 412 rep words / 790 words}
 */
public record Measured(String name, double value, String unit, String arithmetic) {}
