package org.sellmeapen.knowledge;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is asked, as the letters are compared: words where a script has spaces, pairs of signs where it has none.
 *
 * @param text at most 1,000 characters of it
 * @param language BCP 47
 * @param words of four letters and more
 * @param pairs of signs that stand beside each other in scripts without spaces
 */
record Question(String text, String language, List<String> words, List<String> pairs) {

    private static final int LONGEST = 1_000;
    private static final int MOST = 40;
    private static final Pattern UNSPACED =
            Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}]{2,}");
    private static final Pattern WORDS = Pattern.compile("[\\p{L}\\p{M}\\p{N}]{4,}");

    static Question of(String asked, String language) {
        String text = asked.length() > LONGEST ? asked.substring(0, LONGEST) : asked;
        Set<String> pairs = new LinkedHashSet<>();
        for (Matcher run = UNSPACED.matcher(text); run.find(); ) {
            for (int k = 0; k + 1 < run.group().length(); k++) {
                pairs.add(run.group().substring(k, k + 2));
            }
        }
        Set<String> words = new LinkedHashSet<>();
        for (Matcher word = WORDS.matcher(UNSPACED.matcher(text).replaceAll(" ")); word.find(); ) {
            words.add(word.group().toLowerCase(Locale.ROOT));
        }
        return new Question(
                text,
                language,
                words.stream().limit(MOST).toList(),
                pairs.stream().limit(MOST).toList());
    }
}
