package org.sellmeapen.speech;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.kernel.ShippedContent;

/**
 * The section {@code speech} of {@code content/languages/<code>.yaml}.
 *
 * @param reviewed by a native speaker
 * @param syllablesPerWord that are heard
 * @param estimateError the mean error of words estimated from syllables of a long take, as a ratio; absent where nobody measured it
 * @param charactersPerMinute where words have no spaces
 * @param advice absent: the English one
 */
record SpeechPack(
        String language,
        String name,
        boolean reviewed,
        Segmentation segmentation,
        double syllablesPerWord,
        @Nullable Double estimateError,
        @Nullable Characters charactersPerMinute,
        Pace pace,
        List<String> sounds,
        Map<String, List<String>> classes,
        List<MarkerText> markers,
        List<MarkerText> hedges,
        List<MarkerText> boosters,
        List<MarkerText> apologies,
        Map<String, String> advice) {

    /** Those whose pack is shipped. */
    static final List<String> CODES = List.of(
            "ar", "zh", "cs", "da", "nl", "en", "fi", "fr", "de", "el", "he", "hi", "it", "ja", "ko", "no", "pl", "pt",
            "ru", "es", "sv", "th", "tr", "vi");

    private static final String ADVISED_IN = "en";

    /** Words a minute. */
    record Pace(double noneBelow, double slow, double fast, double noneAbove, String source) {}

    record Characters(int slow, int fast) {}

    record MarkerText(
            String phrase, String otherwise, @Nullable List<Map<String, List<String>>> rules) {}

    /** What else stands in the file is for others. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    private record File(
            String language, String name, @Nullable Section speech) {}

    private record Section(
            boolean reviewed,
            Segmentation segmentation,
            double syllablesPerWord,
            @Nullable Double estimateError,
            @Nullable Characters charactersPerMinute,
            Pace pace,
            List<String> sounds,
            @Nullable Map<String, List<String>> classes,
            List<MarkerText> markers,
            List<MarkerText> hedges,
            List<MarkerText> boosters,
            List<MarkerText> apologies,
            @Nullable Map<String, String> advice) {}

    /** @return null where nobody has written a pack for that language */
    static @Nullable SpeechPack of(String language) {
        String code = code(language);
        String path = "languages/" + code + ".yaml";
        if (!code.matches("[a-z]{2,3}") || !ShippedContent.has(path)) {
            return null;
        }
        File file = ShippedContent.read(path, File.class);
        if (!file.language().equals(code)) {
            throw new IllegalStateException("content/" + path + " says it is of the language " + file.language());
        }
        Section section = file.speech();
        return section == null
                ? null
                : new SpeechPack(
                        code,
                        file.name(),
                        section.reviewed(),
                        section.segmentation(),
                        section.syllablesPerWord(),
                        section.estimateError(),
                        section.charactersPerMinute(),
                        section.pace(),
                        section.sounds(),
                        section.classes() == null ? Map.of() : section.classes(),
                        section.markers(),
                        section.hedges(),
                        section.boosters(),
                        section.apologies(),
                        section.advice() == null ? english() : section.advice());
    }

    private static Map<String, String> english() {
        Section english = ShippedContent.read("languages/" + ADVISED_IN + ".yaml", File.class)
                .speech();
        if (english == null || english.advice() == null) {
            throw new IllegalStateException("content/languages/en.yaml has no advice");
        }
        return english.advice();
    }

    /** {@code en} for {@code en-GB}; Norwegian has one pack. */
    static String code(String language) {
        String code = language.split("[-_]", 2)[0].toLowerCase(Locale.ROOT);
        return code.equals("nb") || code.equals("nn") ? "no" : code;
    }
}
