/** Language models of xAI. Knows how it is asked and how it answers, and nothing else. */
@NullMarked
package org.sellmeapen.ai.xai;

import org.jspecify.annotations.NullMarked;
