/** Language models of Google Gemini. Knows how it is asked and how it answers, and nothing else. */
@NullMarked
package org.sellmeapen.ai.gemini;

import org.jspecify.annotations.NullMarked;
