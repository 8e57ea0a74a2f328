/** Language models of Anthropic. Knows how it is asked and how it answers, and nothing else. */
@NullMarked
package org.sellmeapen.ai.anthropic;

import org.jspecify.annotations.NullMarked;
