package org.sellmeapen.ai.espeak;

import org.sellmeapen.ai.SpeechFailed;

/** A way to reach eSpeak NG. Thread-safe. */
interface Way extends AutoCloseable {

    String RUNS = "espeak-ng";
    int RATE = 22_050;

    /** For operators. */
    String name();

    void warm();

    /** Whether a clause would begin at once. */
    boolean isReady();

    /** @throws SpeechFailed with {@code not-installed} where this way cannot be gone at all */
    Clause begin(Order order) throws SpeechFailed, InterruptedException;

    @Override
    void close();
}
