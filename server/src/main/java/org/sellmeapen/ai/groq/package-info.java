/** Language models of Groq. Knows how it is asked and how it answers, and nothing else. */
@NullMarked
package org.sellmeapen.ai.groq;

import org.jspecify.annotations.NullMarked;
