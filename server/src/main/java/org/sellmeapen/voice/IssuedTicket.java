package org.sellmeapen.voice;

import java.time.Instant;

/**
 * Opens one socket, once.
 *
 * @param subprotocol what the socket is opened with; the ticket is in it
 * @param upRate samples a second of the microphone's frames
 */
public record IssuedTicket(String subprotocol, String ticket, Instant expiresAt, int upRate) {

    /** Samples a second of the counterpart's voice. */
    public static final int DOWN_RATE = 24_000;
}
