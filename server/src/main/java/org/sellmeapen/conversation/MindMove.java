package org.sellmeapen.conversation;

/**
 * One movement of the counterpart's mind.
 *
 * @param turn the 0-based turn that caused it
 * @param what {@code interest}, {@code trust}, {@code patience}, {@code disclosed:<fact>}, {@code raised:<objection>},
 *     {@code resolved:<objection>} and the like
 * @param by signed amount in points; 0 where nothing is counted
 * @param rule the name of the rule that fired, as in the rules file
 */
public record MindMove(int turn, String what, int by, String rule) {}
