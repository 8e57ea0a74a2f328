package org.sellmeapen.knowledge;

import java.util.Locale;
import java.util.Map;

/** By which of PostgreSQL's dictionaries the words of a language are brought to their stems. */
final class WordsOfLanguage {

    private static final Map<String, String> DICTIONARIES = Map.ofEntries(
            Map.entry("ar", "arabic"),
            Map.entry("da", "danish"),
            Map.entry("de", "german"),
            Map.entry("el", "greek"),
            Map.entry("en", "english"),
            Map.entry("es", "spanish"),
            Map.entry("fi", "finnish"),
            Map.entry("fr", "french"),
            Map.entry("hi", "hindi"),
            Map.entry("it", "italian"),
            Map.entry("nl", "dutch"),
            Map.entry("no", "norwegian"),
            Map.entry("pt", "portuguese"),
            Map.entry("ru", "russian"),
            Map.entry("sv", "swedish"),
            Map.entry("tr", "turkish"));

    private WordsOfLanguage() {}

    /** @param language BCP 47; of what PostgreSQL has no dictionary for, words are taken as they stand */
    static String dictionary(String language) {
        return DICTIONARIES.getOrDefault(language.toLowerCase(Locale.ROOT).split("[-_]", 2)[0], "simple");
    }
}
