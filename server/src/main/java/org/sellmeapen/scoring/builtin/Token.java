package org.sellmeapen.scoring.builtin;

/**
 * One word of a turn.
 *
 * @param word folded: compatibility forms, lower case, straight apostrophe
 * @param start offset into the turn's own text
 * @param end offset after it
 * @param capital whether it is written with a capital letter first
 */
record Token(String word, int start, int end, boolean capital) {}
