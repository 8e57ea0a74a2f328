/**
 * What models cost: the price table, the months' spending, and the wrapper that keeps to a cap. Public for {@code ai.setup}
 * only.
 */
@NullMarked
package org.sellmeapen.ai.budget;

import org.jspecify.annotations.NullMarked;
