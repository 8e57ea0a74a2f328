package org.sellmeapen.conversation;

/** How the counterpart ended it. {@code decidingTurn} is the 0-based turn in which the deciding sentence was said. */
public record Ending(Outcome outcome, int decidingTurn, String decidingSentence) {}
