/** Language models of OpenAI. Knows how it is asked and how it answers, and nothing else. */
@NullMarked
package org.sellmeapen.ai.openai;

import org.jspecify.annotations.NullMarked;
