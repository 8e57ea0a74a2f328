package org.sellmeapen.speech;

/** A figure that could not be computed, and why. */
public record Unmeasured(String name, String reason) {}
