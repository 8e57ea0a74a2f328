package org.sellmeapen.voice;

import java.util.UUID;

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

    Call at(long clockMs) {
        return new Call(id, caller, byToken, credential, brief, clockMs, upRate);
    }

    /** What is told when all is ready, before the middle says who hears and speaks. */
    ServerMessage.Ready ready(long clockMs, boolean records) {
        return new ServerMessage.Ready(
                caller.conversation(),
                ServerMessage.Mode.PIPELINE,
                clockMs,
                new ServerMessage.Rates(upRate, 24_000),
                brief.nextTurn(),
                new ServerMessage.EarNow(ClientMessage.EarChoice.NONE, null, null),
                new ServerMessage.MouthNow(null, null, null),
                brief.activity().equals("server") ? ClientMessage.Activity.SERVER : ClientMessage.Activity.BROWSER,
                records,
                brief.patienceMs(),
                null);
    }
}
