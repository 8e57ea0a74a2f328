package org.sellmeapen.voice;

import org.sellmeapen.kernel.Problem;

/** Why a socket is closed, as the other end is told. */
enum CloseCode {
    GOING_AWAY(1001, "server goes away"),
    TOO_BIG(1009, "too big"),
    FAULT(1011, "fault"),
    NOT_UNDERSTOOD(4400, "not understood"),
    SIGN_IN_ENDED(4401, "sign-in ended"),
    SILENT(4408, "silent for too long"),
    TAKEN_OVER(4409, "taken over by a newer socket"),
    OVER(4410, "session is over"),
    PAUSED(4411, "session is paused"),
    TOO_FAST(4429, "too fast");

    final int code;
    final String reason;

    CloseCode(int code, String reason) {
        this.code = code;
        this.reason = reason;
    }

    /**
     * Whether a refusal is about what was said and not about the call: then the line stays open for the next turn. So is that
     * of a provider who could not do anything with it.
     */
    static boolean isOfTheWords(Problem refusal) {
        return refusal.status() == 400 || refusal.kind() == Problem.Kind.PROVIDER;
    }

    /** What a refusal of the mind does to the line. */
    static CloseCode of(Problem refusal) {
        return switch (refusal.code()) {
            case "session-open-elsewhere" -> TAKEN_OVER;
            case "session-already-ended", "not-found" -> OVER;
            default -> FAULT;
        };
    }
}
