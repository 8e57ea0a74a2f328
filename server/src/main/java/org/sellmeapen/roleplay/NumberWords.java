package org.sellmeapen.roleplay;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Figures in words, in English or another language, as {@link Secrets} knows them. */
final class NumberWords {

    /** Between the parts of one, and behind them. */
    private static final Set<String> JOINTS = Set.of("and", "und", "en", "ën", "e", "y", "i", "s", "");

    private static final int FROM = 4;

    private static final String DIGITS = "〇一二三四五六七八九";
    /** What is ten in it counts nothing. */
    private static final String ENOUGH = "十分";

    private static final Pattern SIGNS = Pattern.compile("十分|[〇一二三四五六七八九十百千万萬]+");

    private NumberWords() {}

    /** Each word, and what stands together as a number: five hundred is 5 and 500. */
    static Set<String> in(String text, String language) {
        List<String> words = language.equals("en")
                ? Secrets.NUMBER_WORDS
                : GuardLists.shipped().numberWords(language);
        Set<String> found = new HashSet<>();
        List<Integer> run = new ArrayList<>();
        for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+")) {
            List<Integer> parts = parts(word, words);
            if (parts.isEmpty() && !JOINTS.contains(word)) {
                add(run, found);
                run.clear();
            }
            run.addAll(parts);
        }
        add(run, found);
        if (language.equals("ja") || language.equals("zh")) {
            SIGNS.matcher(text).results().map(MatchResult::group).forEach(signs -> signs(signs, found));
        }
        return found;
    }

    /** Four hundred and ten is 四百十, and stands in the middle of other signs. */
    private static void signs(String signs, Set<String> found) {
        if (ENOUGH.equals(signs)) {
            return;
        }
        long all = 0;
        long part = 0;
        long digit = 0;
        boolean open = false;
        for (char sign : signs.toCharArray()) {
            int value = DIGITS.indexOf(sign);
            if (value >= 0) {
                digit = open ? digit * 10 + value : value;
                open = true;
                continue;
            }
            if (sign == '万' || sign == '萬') {
                all += Math.max(1, part + digit) * 10_000;
                part = 0;
            } else {
                part += Math.max(1, digit) * (sign == '十' ? 10 : sign == '百' ? 100 : 1_000);
            }
            digit = 0;
            open = false;
        }
        long number = all + part + digit;
        if (number >= FROM) {
            found.add(String.valueOf(number));
        }
    }

    private static void add(List<Integer> run, Set<String> found) {
        long all = 0;
        long part = 0;
        for (int k : run) {
            String ours = Secrets.NUMBER_WORDS.get(k);
            found.add(ours);
            Secrets.digits(ours).ifPresent(found::add);
            switch (ours) {
                case "hundred" -> part = Math.max(1, part) * 100;
                case "thousand" -> {
                    all += Math.max(1, part) * 1_000;
                    part = 0;
                }
                case "million", "dozen" -> {}
                default -> part += k <= 16 ? k + FROM : (k - 14L) * 10;
            }
        }
        if (all + part >= FROM) {
            found.add(String.valueOf(all + part));
        }
    }

    /** Fünfhundert is five and a hundred. Empty unless all of the word is a number. */
    private static List<Integer> parts(String rest, List<String> words) {
        for (int k = 0; k < words.size(); k++) {
            String word = words.get(k);
            if (word.isEmpty() || !rest.startsWith(word)) {
                continue;
            }
            String behind = rest.substring(word.length());
            if (JOINTS.contains(behind)) {
                return List.of(k);
            }
            for (String joint : JOINTS) {
                List<Integer> more =
                        behind.startsWith(joint) ? parts(behind.substring(joint.length()), words) : List.of();
                if (!more.isEmpty()) {
                    List<Integer> all = new ArrayList<>(List.of(k));
                    all.addAll(more);
                    return all;
                }
            }
        }
        return List.of();
    }
}
