/**
 * What adapters of ears and mouths share: how text goes out and samples come in, an utterance that is uploaded, a stream
 * that hears while somebody speaks. Public only because the vendors' packages need it; nobody outside {@code ai} does.
 */
@NullMarked
package org.sellmeapen.ai.sound;

import org.jspecify.annotations.NullMarked;
