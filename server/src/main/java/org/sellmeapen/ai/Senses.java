package org.sellmeapen.ai;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.kernel.OrganisationId;

/**
 * Who hears and who speaks for one organisation: what it set up itself, in its order, then what the operator of the server
 * settled ({@link Hearing}, {@link Speaking}). May ask the database; not for a thread that others wait on.
 */
public interface Senses {

    /** @param local whether what is said stays in the house */
    record Ear(SpeechToText ear, boolean local) {}

    /** @param local whether what is spoken stays in the house */
    record Mouth(TextToSpeech voice, SpeechCoverage.Quality quality, boolean local) {}

    /** @param why a code, as in {@link Hearing.Ear.Deaf}, where there is none */
    record Ears(List<Ear> inOrder, @Nullable String why) {
        public Ears {
            inOrder = List.copyOf(inOrder);
        }
    }

    /**
     * @param inOrder each of which stands in for the one before it; the first one asks those behind it by itself where it
     *     fails before any sound
     * @param why a code, as in {@link Speaking.Mouth.Silent}, where there is none
     */
    record Mouths(List<Mouth> inOrder, @Nullable String why) {
        public Mouths {
            inOrder = List.copyOf(inOrder);
        }
    }

    /** @param language BCP 47 */
    Ears ears(OrganisationId organisation, String language);

    /** @param language BCP 47 */
    Mouths mouths(OrganisationId organisation, String language);
}
