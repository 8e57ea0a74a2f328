package org.sellmeapen.ai;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Gives every person a voice: the same key always the same one, in every installation and release, and people of one
 * library mostly different ones. The key says nothing of who somebody is; names are not read for a gender.
 */
public final class Voices {

    /** Alternately lower and higher ones; what they sound like is each mouth's own affair. */
    public static final List<String> NAMES =
            IntStream.rangeClosed(1, 10).mapToObj(n -> "voice-" + n).toList();

    private static final double[] RATES = {0.94, 1.0, 1.06};
    private static final double[] PITCHES = {0.88, 0.94, 1.0, 1.06, 1.12};

    private Voices() {}

    /** @param personaKey what names the person for good: the scenario's address, or the persona's name */
    public static VoiceChoice of(String personaKey, String language) {
        // The language takes no part: whoever changes languages keeps the voice.
        long hash = hash(personaKey.strip().toLowerCase(Locale.ROOT));
        String name = NAMES.get((int) Long.remainderUnsigned(hash, NAMES.size()));
        double rate = RATES[(int) ((hash >>> 24) & 0xFF) % RATES.length];
        double pitch = PITCHES[(int) ((hash >>> 40) & 0xFF) % PITCHES.length];
        return new VoiceChoice(name, rate, pitch);
    }

    /** FNV-1a, finished by a mixer: written out, because it must never change. */
    private static long hash(String key) {
        long hash = 0xCBF29CE484222325L;
        for (int i = 0; i < key.length(); i++) {
            hash = (hash ^ key.charAt(i)) * 0x100000001B3L;
        }
        hash ^= hash >>> 33;
        hash *= 0xFF51AFD7ED558CCDL;
        hash ^= hash >>> 33;
        hash *= 0xC4CEB9FE1A85EC53L;
        return hash ^ (hash >>> 33);
    }
}
