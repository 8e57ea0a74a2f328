package org.sellmeapen.voice;

import org.jspecify.annotations.Nullable;

/**
 * What there is to hear and speak with.
 *
 * @param relay the speech-to-speech vendor in the middle, where one is set
 */
public record Offer(Part ear, Part mouth, @Nullable String relay) {

    /**
     * @param id of what does it; absent where nothing does
     * @param local whether it runs in this house; absent where nothing does
     * @param quality {@code preview} or {@code full}, of a voice
     * @param why a code, where there is none
     * @param limit a code of what of this language it cannot speak, said before anybody counts on it
     */
    public record Part(
            @Nullable String id,
            @Nullable Boolean local,
            @Nullable String quality,
            @Nullable String why,
            @Nullable String limit) {}
}
