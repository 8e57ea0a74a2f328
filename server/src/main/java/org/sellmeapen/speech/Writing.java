package org.sellmeapen.speech;

import java.text.BreakIterator;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.sellmeapen.conversation.WordCount;

/**
 * How a language is written down: where its words end and what their small letters are.
 *
 * @param known words that are found where no space parts them, the longest first
 * @param drawable characters that stand for one sound however often they are written
 */
record Writing(Locale locale, Segmentation segmentation, List<String> known, Set<Character> drawable) {

    /** Spaces, and small letters as most languages have them. */
    static final Writing SPACED = new Writing(Locale.ROOT, Segmentation.SPACES, List.of(), Set.of());

    private static final Pattern NO_LITERAL = Pattern.compile("[+*?{}\\[\\]()|\\\\]");

    static Writing of(SpeechPack pack) {
        Locale locale = Locale.of(pack.language());
        if (pack.segmentation() != Segmentation.CHARACTERS) {
            return new Writing(locale, pack.segmentation(), List.of(), Set.of());
        }
        Set<String> words = new LinkedHashSet<>();
        pack.sounds().stream().filter(s -> !NO_LITERAL.matcher(s).find()).forEach(words::add);
        pack.classes().values().forEach(words::addAll);
        Stream.of(pack.markers(), pack.hedges(), pack.boosters(), pack.apologies())
                .flatMap(List::stream)
                .forEach(marker -> {
                    words.addAll(List.of(marker.phrase().split("[| ]+")));
                    if (marker.rules() != null) {
                        marker.rules().forEach(rule -> addPlaces(rule, words));
                    }
                });
        List<String> longestFirst = words.stream()
                .filter(word -> !word.isEmpty() && word.codePoints().allMatch(Writing::unspaced))
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        return new Writing(locale, pack.segmentation(), longestFirst, drawable(pack.sounds()));
    }

    private static Set<Character> drawable(List<String> sounds) {
        Set<Character> drawable = new HashSet<>();
        for (String sound : sounds) {
            String first = sound.substring(0, 1);
            if (first.repeat(2).matches(sound) || first.repeat(3).matches(sound)) {
                drawable.add(sound.charAt(0));
            }
        }
        return drawable;
    }

    private static void addPlaces(Map<String, List<String>> rule, Set<String> words) {
        rule.values().stream().flatMap(List::stream).forEach(place -> words.addAll(List.of(place.split("[ |()?]+"))));
    }

    /** Scripts that put no space between words. */
    static boolean unspaced(int c) {
        Character.UnicodeScript script = Character.UnicodeScript.of(c);
        return script == Character.UnicodeScript.HAN
                || script == Character.UnicodeScript.HIRAGANA
                || script == Character.UnicodeScript.KATAKANA
                || script == Character.UnicodeScript.THAI
                || c == 'ー';
    }

    /** Where the word ends that begins at {@code from}, in a script without spaces. */
    int endOfUnspaced(String text, int from) {
        int to = from;
        while (to < text.length() && unspaced(text.charAt(to))) {
            to++;
        }
        if (segmentation == Segmentation.DICTIONARY) {
            BreakIterator words = BreakIterator.getWordInstance(locale);
            words.setText(text.substring(from, to));
            return from + Math.max(1, words.next());
        }
        for (String word : known) {
            if (text.startsWith(word, from)) {
                return drawnOut(text, from, from + word.length(), to);
            }
        }
        return drawnOut(text, from, from + 1, to);
    }

    /** A sound that is drawn out is one: えーー, 嗯嗯. */
    private int drawnOut(String text, int from, int to, int limit) {
        int end = to;
        while (end < limit
                && (text.charAt(end) == 'ー'
                        || to - from == 1
                                && text.charAt(end) == text.charAt(from)
                                && drawable.contains(text.charAt(from)))) {
            end++;
        }
        return end;
    }

    /** Words as everywhere in the house; where a dictionary tells them, by that. */
    int words(String text) {
        return segmentation == Segmentation.DICTIONARY
                ? (int) Tokens.of(text, this).stream()
                        .filter(token -> !token.isMark())
                        .count()
                : WordCount.of(text);
    }

    /** What is spoken of a text, letter by letter. */
    static int characters(String text) {
        return (int) text.codePoints().filter(Character::isLetterOrDigit).count();
    }
}
