package org.sellmeapen.scoring;

/**
 * A verbatim span that backs a verdict.
 *
 * @param turn 0-based index of the turn it stands in
 * @param quote a substring of that turn's text, to the letter
 */
public record Evidence(int turn, String quote, Shows shows) {}
