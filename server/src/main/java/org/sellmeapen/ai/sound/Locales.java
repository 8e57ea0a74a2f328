package org.sellmeapen.ai.sound;

import java.util.Locale;
import java.util.Map;

/** Where a vendor wants a country with the language: the one that is said where none is. */
public final class Locales {

    private static final Map<String, String> USUAL = Map.ofEntries(
            Map.entry("ar", "ar-EG"),
            Map.entry("bg", "bg-BG"),
            Map.entry("ca", "ca-ES"),
            Map.entry("cs", "cs-CZ"),
            Map.entry("da", "da-DK"),
            Map.entry("de", "de-DE"),
            Map.entry("el", "el-GR"),
            Map.entry("en", "en-US"),
            Map.entry("es", "es-ES"),
            Map.entry("et", "et-EE"),
            Map.entry("fi", "fi-FI"),
            Map.entry("fr", "fr-FR"),
            Map.entry("he", "he-IL"),
            Map.entry("hi", "hi-IN"),
            Map.entry("hr", "hr-HR"),
            Map.entry("hu", "hu-HU"),
            Map.entry("id", "id-ID"),
            Map.entry("it", "it-IT"),
            Map.entry("ja", "ja-JP"),
            Map.entry("ko", "ko-KR"),
            Map.entry("lt", "lt-LT"),
            Map.entry("lv", "lv-LV"),
            Map.entry("nb", "nb-NO"),
            Map.entry("nl", "nl-NL"),
            Map.entry("no", "nb-NO"),
            Map.entry("pl", "pl-PL"),
            Map.entry("pt", "pt-PT"),
            Map.entry("ro", "ro-RO"),
            Map.entry("ru", "ru-RU"),
            Map.entry("sk", "sk-SK"),
            Map.entry("sl", "sl-SI"),
            Map.entry("sv", "sv-SE"),
            Map.entry("th", "th-TH"),
            Map.entry("tr", "tr-TR"),
            Map.entry("uk", "uk-UA"),
            Map.entry("vi", "vi-VN"),
            Map.entry("zh", "zh-CN"));

    private Locales() {}

    /** @param language BCP 47; what has a country keeps it */
    public static String of(String language) {
        Locale written = Locale.forLanguageTag(language.strip().replace('_', '-'));
        return written.getCountry().isEmpty()
                ? USUAL.getOrDefault(written.getLanguage(), written.getLanguage())
                : written.getLanguage() + "-" + written.getCountry();
    }
}
