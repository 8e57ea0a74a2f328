/**
 * Plays sellers of different skill against the built-in counterpart and says with intervals whether the levels are in
 * order. The sellers know the briefing and what the buyer says, nothing else; their words lie in {@code evals/levels}.
 */
@NullMarked
package org.sellmeapen.evals.levels;

import org.jspecify.annotations.NullMarked;
