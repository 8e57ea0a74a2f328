package org.sellmeapen.roleplay;

/**
 * A rule that moves the counterpart's mind.
 *
 * @param rule as in {@code MindMove.rule()}
 * @param why one sentence for the debrief, about what "you" did
 */
public record MindRule(String rule, String why) {}
