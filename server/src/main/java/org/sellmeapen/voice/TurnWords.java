package org.sellmeapen.voice;

import java.util.List;

/** Words by which turns are taken, of each language somebody has written them for. */
public final class TurnWords {

    private TurnWords() {}

    /** Empty where there are none in that language. */
    public static List<String> cutIns(String language) {
        return TurnPack.of(language).cutIn();
    }
}
