package org.sellmeapen.voice;

import java.util.function.Function;
import org.sellmeapen.kernel.OrganisationId;

/** Furnishes calls with what the settings name. */
interface Furnishing {

    /**
     * Samples a second that the microphone is asked for: what stands behind takes them as they are. May ask the database.
     */
    int upRate(OrganisationId organisation);

    /** Somebody is about to talk: makes ready what takes long at the first word. Returns at once. */
    void warm();

    /** May ask the database. */
    Offer offer(OrganisationId organisation, String language);

    /** What a call of ours is furnished with; may ask the database. */
    Equipment equipment(Call call);

    /** The middle of a call, made for its desk. */
    Function<Desk, Middle> middle(Call call, Equipment equipment, StageWatch watch);
}
