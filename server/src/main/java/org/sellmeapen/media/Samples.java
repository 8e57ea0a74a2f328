package org.sellmeapen.media;

/** One channel of a recording for analysis, PCM16 mono, from the beginning to the end. For one thread; to be closed. */
public interface Samples extends AutoCloseable {

    /** In Hz. */
    int rate();

    /** How many there are in all. */
    long length();

    /**
     * The next ones.
     *
     * @return how many, at least one where {@code length} is, or -1 at the end
     * @throws RecordingDamaged where the recording is not what was written
     */
    int read(short[] into, int from, int length);

    @Override
    void close();
}
