/** Amazon Polly speaks, with times of words and shapes of the mouth. Knows how it is asked, and nothing else. */
@NullMarked
package org.sellmeapen.ai.polly;

import org.jspecify.annotations.NullMarked;
