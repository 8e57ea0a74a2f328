/** Google Cloud: Speech-to-Text and Text-to-Speech, asked by plain requests. */
@NullMarked
package org.sellmeapen.ai.google;

import org.jspecify.annotations.NullMarked;
