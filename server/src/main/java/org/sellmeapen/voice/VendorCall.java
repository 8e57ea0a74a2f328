package org.sellmeapen.voice;

import java.util.List;
import org.sellmeapen.ai.Voices;

/**
 * What a vendor is told of a call.
 *
 * @param steered whether the mind decides each answer before it is spoken
 * @param upRate samples a second of the microphone's frames
 * @param voice one of {@link org.sellmeapen.ai.Voices#NAMES}
 */
record VendorCall(String instructions, String language, int patienceMs, boolean steered, int upRate, String voice) {

    /** The persona's among a vendor's voices, of which lower and higher ones alternate there too. */
    String among(List<String> vendors) {
        return vendors.get(Math.max(0, Voices.NAMES.indexOf(voice)) % vendors.size());
    }

    /** The language without its region. */
    String iso639() {
        return language.split("[-_]", 2)[0];
    }
}
