/** The judge that needs no model: reads acts, words and the shape of a conversation, and quotes what it saw. */
@NullMarked
package org.sellmeapen.scoring.builtin;

import org.jspecify.annotations.NullMarked;
