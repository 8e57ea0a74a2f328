/** Language models of DeepSeek. Knows how it is asked and how it answers, and nothing else. */
@NullMarked
package org.sellmeapen.ai.deepseek;

import org.jspecify.annotations.NullMarked;
