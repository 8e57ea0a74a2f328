/**
 * Vosk's WebSocket server, which an operator runs: a configuration, binary samples, one answer for each, and a final one.
 * The address comes from the operator's own configuration and nowhere else.
 */
@NullMarked
package org.sellmeapen.ai.vosk;

import org.jspecify.annotations.NullMarked;
