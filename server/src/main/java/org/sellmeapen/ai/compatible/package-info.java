/**
 * Servers that speak OpenAI's audio interface: {@code /v1/audio/transcriptions} and {@code /v1/audio/speech}, as
 * whisper.cpp, faster-whisper, vLLM, Kokoro and OpenAI itself offer it. The address comes from the operator's own
 * configuration and nowhere else, and no redirect is followed.
 */
@NullMarked
package org.sellmeapen.ai.compatible;

import org.jspecify.annotations.NullMarked;
