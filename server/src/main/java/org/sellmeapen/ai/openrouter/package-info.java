/** Language models of OpenRouter. Knows how it is asked and how it answers, and nothing else. */
@NullMarked
package org.sellmeapen.ai.openrouter;

import org.jspecify.annotations.NullMarked;
