package org.sellmeapen.scoring;

/**
 * One thing a judge saw.
 *
 * @param turn 0-based index of the turn it stands in
 * @param quote a substring of that turn's text, to the letter
 * @param confidence 0-1, how sure the judge is that the span shows this
 */
public record Observation(String criterion, int turn, String quote, Shows shows, double confidence) {}
