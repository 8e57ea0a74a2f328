/** Language models of Mistral. Knows how it is asked and how it answers, and nothing else. */
@NullMarked
package org.sellmeapen.ai.mistral;

import org.jspecify.annotations.NullMarked;
