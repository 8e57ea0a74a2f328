package org.sellmeapen.ai.espeak;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sellmeapen.ai.SpeechCoverage;
import org.sellmeapen.ai.SpeechCoverage.NotSpoken;
import org.sellmeapen.ai.SpeechCoverage.Quality;
import org.sellmeapen.ai.SpeechCoverage.Spoken;

/**
 * A language as eSpeak NG names it. Only those whose phonemes somebody looked at and found plausible; all others are
 * refused rather than mumbled.
 *
 * @param code of two letters
 * @param voice in the WebAssembly build
 * @param installed in Debian's 1.51, whose {@code cmn} spells hanzi letter by letter
 */
record Tongue(String code, String voice, String installed) {

    private static final String KANJI = "kanji-not-spoken";

    private static final Set<String> SPOKEN = Set.of(
            "cs", "de", "el", "en", "es", "fi", "fr", "hi", "hu", "it", "ja", "ko", "nl", "pl", "pt", "ru", "sv", "tr",
            "uk", "vi", "zh");

    private static final Map<String, String> REGIONS = Map.of(
            "en", "en-us", "en-gb", "en-gb", "en-au", "en-gb", "en-ie", "en-gb", "en-nz", "en-gb", "pt-br", "pt-br",
            "es-mx", "es-419", "es-us", "es-419", "es-ar", "es-419", "es-co", "es-419");

    private static final Map<String, NotSpoken> REFUSED = Map.of(
            "ar", unintelligible("Arabic without vowel signs loses its short vowels"),
            "he", unintelligible("Hebrew without vowel signs comes out as consonants"),
            "th", unintelligible("Thai is not split into words"));

    private static NotSpoken unintelligible(String why) {
        return new NotSpoken(
                "language-not-intelligible", "The offline voice cannot speak this language intelligibly: " + why + ".");
    }

    static SpeechCoverage coverage(String language) {
        String code = code(language);
        if (SPOKEN.contains(code)) {
            return new Spoken(Quality.PREVIEW, code.equals("ja") ? KANJI : null);
        }
        NotSpoken refused = REFUSED.get(code);
        return refused != null
                ? refused
                : new NotSpoken("language-not-spoken", "The offline voice does not know this language.");
    }

    static SpeechCoverage coverage(String language, String text) {
        if (code(language).equals("ja") && text.codePoints().anyMatch(Tongue::isKanji)) {
            return new NotSpoken(KANJI, "The offline voice reads Japanese in kana only; this text has kanji in it.");
        }
        return coverage(language);
    }

    static Optional<Tongue> of(String language) {
        String code = code(language);
        if (!SPOKEN.contains(code)) {
            return Optional.empty();
        }
        if (code.equals("zh")) {
            return Optional.of(new Tongue(code, "cmn", "cmn-latn-pinyin"));
        }
        String whole = language.toLowerCase(Locale.ROOT).replace('_', '-');
        String voice = REGIONS.getOrDefault(whole, REGIONS.getOrDefault(code, code));
        return Optional.of(new Tongue(code, voice, voice));
    }

    private static String code(String language) {
        return language.strip().toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
    }

    private static boolean isKanji(int codePoint) {
        return Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.HAN && codePoint != '々';
    }
}
