package org.sellmeapen.ai.espeak;

import org.sellmeapen.ai.SpeechFailed;

/** A clause that is being made. */
interface Clause extends AutoCloseable {

    /** Waits for the next piece. Nothing comes behind the {@link Piece.End}. */
    Piece next() throws SpeechFailed, InterruptedException;

    /** Stops the making, wherever it stands. */
    @Override
    void close();
}
