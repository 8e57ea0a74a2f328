/**
 * The offline voice: eSpeak NG, always as a process of its own because it is under the GPL. Either the program in
 * {@code voice-espeak/}, kept running, or the {@code espeak-ng} of the machine, started for each clause.
 */
@NullMarked
package org.sellmeapen.ai.espeak;

import org.jspecify.annotations.NullMarked;
