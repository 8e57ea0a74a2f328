package org.sellmeapen.voice;

import java.util.UUID;
import org.sellmeapen.signin.Credential;

/**
 * One opened line, as the redeemed ticket says.
 *
 * @param id the ticket's
 * @param byToken whether the sign-in behind it is an API token, otherwise a browser's session
 * @param credential of the sign-in; when that ends, so does the line
 * @param clockMs where the call clock stands
 * @param upRate of the microphone's frames
 */
record Call(UUID id, Caller caller, boolean byToken, UUID credential, VoiceBrief brief, long clockMs, int upRate) {

    static boolean isToken(Credential credential) {
        return credential instanceof Credential.Token;
    }
}
