package org.sellmeapen.speech;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.kernel.ShippedContent;

/** {@code content/languages/<code>/speech.yaml} as it is written. */
record SpeechPack(
        String language,
        double syllablesPerWord,
        double estimateError,
        Pace pace,
        List<String> sounds,
        Map<String, List<String>> classes,
        List<MarkerText> markers,
        List<MarkerText> hedges,
        List<MarkerText> boosters,
        Map<String, String> advice) {

    /** Words a minute. */
    record Pace(double noneBelow, double slow, double fast, double noneAbove, String source) {}

    record MarkerText(
            String phrase, String otherwise, @Nullable List<Map<String, List<String>>> rules) {}

    /** @return null where nobody has written a pack for that language */
    static @Nullable SpeechPack of(String language) {
        String code = code(language);
        String path = "languages/" + code + "/speech.yaml";
        if (!code.matches("[a-z]{2,3}") || !ShippedContent.has(path)) {
            return null;
        }
        SpeechPack pack = ShippedContent.read(path, SpeechPack.class);
        if (!pack.language().equals(code)) {
            throw new IllegalStateException("content/" + path + " says it is of the language " + pack.language());
        }
        return pack;
    }

    /** {@code en} for {@code en-GB}. */
    static String code(String language) {
        return language.split("[-_]", 2)[0].toLowerCase(Locale.ROOT);
    }
}
