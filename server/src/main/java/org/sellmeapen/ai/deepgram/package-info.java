/** Deepgram: a live socket that hears, and Aura that speaks. */
@NullMarked
package org.sellmeapen.ai.deepgram;

import org.jspecify.annotations.NullMarked;
