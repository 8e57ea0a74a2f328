/** Language models of Ollama. Knows how it is asked and how it answers, and nothing else. */
@NullMarked
package org.sellmeapen.ai.ollama;

import org.jspecify.annotations.NullMarked;
