package org.sellmeapen.ai;

import org.sellmeapen.connections.Way;

/**
 * An ear or a voice that asks a server which the operator named, on a connection of its own. On a way out it is the same, and
 * what leaves is written down.
 *
 * @param <T> {@link SpeechToText} or {@link TextToSpeech}
 */
public interface GoesOut<T> {

    T on(Way way);
}
