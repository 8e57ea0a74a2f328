/** Cartesia: Sonic speaks, with times of words. */
@NullMarked
package org.sellmeapen.ai.cartesia;

import org.jspecify.annotations.NullMarked;
