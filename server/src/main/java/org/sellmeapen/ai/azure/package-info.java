/** Language models of Azure OpenAI. Knows how it is asked and how it answers, and nothing else. */
@NullMarked
package org.sellmeapen.ai.azure;

import org.jspecify.annotations.NullMarked;
