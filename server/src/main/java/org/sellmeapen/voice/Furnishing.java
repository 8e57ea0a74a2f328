package org.sellmeapen.voice;

import java.util.function.Function;

/** Furnishes calls with what the settings name. */
interface Furnishing {

    /** Samples a second that the microphone is asked for: what stands behind takes them as they are. */
    int upRate();

    /** Somebody is about to talk: makes ready what takes long at the first word. Returns at once. */
    void warm();

    Offer offer(String language);

    /** The middle of a call, made for its desk. */
    Function<Desk, Middle> middle(Call call, StageWatch watch);
}
