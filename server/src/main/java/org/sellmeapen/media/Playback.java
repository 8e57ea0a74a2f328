package org.sellmeapen.media;

import java.io.IOException;
import java.io.OutputStream;

/**
 * A recording as a stereo WAV that is made while it is read: 44 bytes of heading, then PCM16 at 24 kHz, left the rep,
 * right the buyer. Of an open recording what was on disk when it was asked for. For one thread at a time; to be closed.
 */
public interface Playback extends AutoCloseable {

    /** In bytes, heading included. */
    long length();

    /**
     * Bytes {@code from} (included) to {@code to} (excluded); only the quarter seconds they touch are decrypted.
     *
     * @throws IndexOutOfBoundsException unless {@code 0 <= from <= to <= length()}
     * @throws RecordingDamaged at the first quarter second that is not what was written; bytes before it are out by then
     * @throws StoreTrouble when the store does not answer
     * @throws IOException when the reader went away
     */
    void copy(long from, long to, OutputStream out) throws IOException;

    @Override
    void close();
}
