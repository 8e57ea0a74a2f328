package org.sellmeapen.media;

/**
 * The open end of a recording: takes both channels on the session's call clock, counted in samples of 24 kHz PCM16 mono
 * from the first microphone frame on. Thread-safe. No method waits for the disk; one thread writes for all recorders.
 *
 * <p>What was written less than 600 ms ago (by the rep's channel, which is the clock, or by the buyer's where the rep's is
 * silent) may be written again, and the later writing wins; older places are closed. Places nobody wrote are silence.
 * Neither channel should run more than 3 s ahead of the other: beyond 4 s the oldest is closed early.
 *
 * <p>A process that dies loses at most 1 s: see {@code LiveRecorder}. What the operating system had not yet put on the
 * disk when the power failed is lost besides.
 */
public interface Recorder extends AutoCloseable {

    /**
     * @param atSample where the first of them belongs on the call clock, at 24 kHz
     * @param samples copied; the caller may use the array again at once
     */
    Taken write(Channel channel, long atSample, short[] samples, int from, int length);

    /** How many samples, from the beginning, a crash now could not take any more. */
    long safeSamples();

    /** How many samples of either channel were dropped: too late, or because memory or disk could not follow. */
    long droppedSamples();

    /**
     * Ends the recording: what is in memory is written, the file finished and moved to where recordings are kept, all by
     * other threads, soon. Closing twice does nothing. {@link Media#open} may open it again.
     */
    @Override
    void close();
}
