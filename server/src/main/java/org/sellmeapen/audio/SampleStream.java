package org.sellmeapen.audio;

import java.io.Closeable;
import java.io.IOException;

/**
 * Samples that are read once, from the first to the last. A frame is one sample of each channel; samples lie interleaved,
 * full scale is -1 to 1. Not thread-safe.
 */
public interface SampleStream extends Closeable {

    /** Frames a second. */
    int rate();

    /** 1 for mono, 2 for stereo (left, right). */
    int channels();

    /**
     * Reads as many frames as fit, fewer only at the end.
     *
     * @param into interleaved; its length is a multiple of the channels
     * @return frames read; 0 at the end
     * @throws NotAudio where the data turn out not to be what the header promised
     */
    int read(float[] into) throws IOException;
}
