package org.sellmeapen.voice;

import org.sellmeapen.kernel.Problem;

/** Another program listens where voice would be listened for. */
public final class VoicePortTaken extends Problem {
    VoicePortTaken(String host, int port) {
        super(
                Kind.OPERATOR,
                "voice-port-taken",
                500,
                "Port " + port + " of " + host
                        + ", where voice would be listened for, is taken. Choose another with --voice-port, or with --port: voice is"
                        + " listened for at the port after that.");
    }
}
