package org.sellmeapen.voice;

import org.jspecify.annotations.Nullable;
import org.sellmeapen.signin.Credential;

/**
 * @param credential of the sign-in that asks; the line lives no longer than it
 * @param origin of the page that asks, as its browser says; the socket must come from the same
 */
public record TicketOrder(
        Caller caller, Credential credential, @Nullable String origin, VoiceBrief brief) {}
