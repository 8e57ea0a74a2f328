package org.sellmeapen.scoring;

/** A value that could not be computed, and why. */
public record NotAvailable(String name, String reason) {}
