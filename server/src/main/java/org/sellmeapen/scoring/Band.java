package org.sellmeapen.scoring;

/** Between which totals another judging of the same conversation would be expected. 0-100, {@code low <= high}. */
public record Band(int low, int high) {}
