package org.sellmeapen.connections;

/**
 * Something on its way out that stands on the list of what left. Whoever sends it says how much went either way and when it
 * was over. Cheap enough to be told of every frame of a call. Thread-safe.
 */
public interface Departure {

    /** @param bytes of bodies and messages, without headers */
    void sent(long bytes);

    /** As {@link #sent}. */
    void received(long bytes);

    /** The first end counts. @param well false where it failed */
    void over(boolean well);
}
