package org.sellmeapen.roleplay;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Months and days of the week in a text of any language, by their numbers: a date is the same in all of them. */
final class DateNames {

    /** May and Mai are other words as well. */
    private static final int LONG_ENOUGH = 4;

    private static final List<String> KANJI =
            List.of("一月", "二月", "三月", "四月", "五月", "六月", "七月", "八月", "九月", "十月", "十一月", "十二月");
    private static final Pattern KANJI_MONTH = Pattern.compile("[一二三四五六七八九十]+月");
    private static final Map<String, Map<String, Pattern>> NAMES = new ConcurrentHashMap<>();

    private DateNames() {}

    static Set<String> in(String text, String language) {
        String lower = KANJI_MONTH
                .matcher(Secrets.inOurDigits(text).toLowerCase(Locale.ROOT))
                .replaceAll(month ->
                        KANJI.indexOf(month.group()) >= 0 ? (KANJI.indexOf(month.group()) + 1) + "月" : month.group());
        Set<String> found = new HashSet<>();
        NAMES.computeIfAbsent(language, DateNames::names).forEach((name, pattern) -> {
            if (pattern.matcher(lower).find()) {
                found.add(name.substring(0, name.lastIndexOf('/')));
            }
        });
        return found;
    }

    private static Map<String, Pattern> names(String language) {
        Locale locale = Locale.forLanguageTag(language);
        Map<String, Pattern> names = new HashMap<>();
        for (Month month : Month.values()) {
            add(
                    names,
                    "month " + month.getValue(),
                    List.of(
                            month.getDisplayName(TextStyle.FULL, locale),
                            month.getDisplayName(TextStyle.FULL_STANDALONE, locale)));
        }
        for (DayOfWeek day : DayOfWeek.values()) {
            add(
                    names,
                    "day " + day.getValue(),
                    List.of(
                            day.getDisplayName(TextStyle.FULL, locale),
                            day.getDisplayName(TextStyle.FULL_STANDALONE, locale)));
        }
        return names;
    }

    /** Endings may follow; before it no other word, and no other figure of 12月. */
    private static void add(Map<String, Pattern> names, String as, List<String> written) {
        for (String name : written) {
            boolean dense = name.codePoints().anyMatch(Character::isIdeographic);
            if (name.length() >= LONG_ENOUGH || (dense && name.length() > 1)) {
                names.put(
                        as + "/" + name,
                        Pattern.compile(
                                (dense ? "(?<!\\d)" : "(?<!\\p{L})") + Pattern.quote(name.toLowerCase(Locale.ROOT))));
            }
        }
    }
}
