/** ElevenLabs: Scribe hears what is uploaded, and its voices speak with times of every character. */
@NullMarked
package org.sellmeapen.ai.elevenlabs;

import org.jspecify.annotations.NullMarked;
