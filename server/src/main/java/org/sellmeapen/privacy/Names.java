package org.sellmeapen.privacy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Finds names in a text in one walk over its words, however many names there are. A whole name is found in any case; one
 * word of it only with a capital, and not where it opens a sentence and is an everyday word as well.
 */
final class Names {

    /** English words that are names too; at the beginning of a sentence they are words. */
    private static final Set<String> EVERYDAY = Set.of(
            "will", "mark", "may", "june", "april", "rose", "art", "bill", "grace", "hope", "joy", "faith", "dawn",
            "pat", "rob", "sue", "chase", "grant", "frank", "young", "long", "short", "brown", "black", "white",
            "green", "gray", "grey", "price", "page", "day", "way", "king", "cook", "baker", "hill", "wood", "stone",
            "field", "max", "rich", "wise", "good", "best", "little", "small", "miles", "penny", "drew", "jack", "ray",
            "lance", "iris", "lily", "so", "an", "in", "do", "my", "you", "to", "he", "mai", "van", "von", "de", "der",
            "da", "la", "le", "el", "al", "bin", "ben", "los", "das", "dos", "di", "du");

    private final Map<String, List<String[]>> whole = new HashMap<>();
    private final Set<String> parts = new HashSet<>();
    private final List<String> unspaced = new ArrayList<>();

    Names(Collection<String> names) {
        for (String name : names) {
            String[] words = words(name);
            if (words.length == 0) {
                continue;
            }
            if (name.codePoints().anyMatch(Names::isUnspaced)) {
                unspaced.add(name.strip());
                continue;
            }
            if (words.length > 1) {
                whole.computeIfAbsent(words[0], _ -> new ArrayList<>()).add(words);
            }
            for (String word : words) {
                // A particle or an initial alone says nothing of anybody.
                if (word.codePointCount(0, word.length()) > 1 && !(words.length > 1 && isParticle(word))) {
                    parts.add(word);
                }
            }
        }
        unspaced.sort((one, other) -> other.length() - one.length());
    }

    private static boolean isParticle(String word) {
        return word.length() <= 3 && EVERYDAY.contains(word) && word.chars().allMatch(c -> c < 128);
    }

    private static String[] words(String text) {
        List<String> words = new ArrayList<>();
        int at = 0;
        while ((at = start(text, at)) < text.length()) {
            int end = end(text, at);
            words.add(text.substring(at, end).toLowerCase(Locale.ROOT));
            at = end;
        }
        return words.toArray(String[]::new);
    }

    /** Spans of names, in order, none inside another. */
    List<Span> in(String text) {
        List<Span> found = new ArrayList<>();
        for (String name : unspaced) {
            for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length())) {
                found.add(new Span(at, at + name.length(), Span.Kind.NAME));
            }
        }
        if (parts.isEmpty()) {
            return found;
        }
        int at = 0;
        int before = 0;
        while ((at = start(text, at)) < text.length()) {
            int end = end(text, at);
            String word = text.substring(at, end).toLowerCase(Locale.ROOT);
            int wholeEnd = wholeEnd(text, end, word);
            if (wholeEnd > 0) {
                found.add(new Span(at, wholeEnd, Span.Kind.NAME));
                end = wholeEnd;
            } else if (parts.contains(word) && isName(text, before, at, word)) {
                found.add(new Span(at, end, Span.Kind.NAME));
            }
            before = end;
            at = end;
        }
        return found;
    }

    private boolean isName(String text, int before, int at, String word) {
        int first = text.codePointAt(at);
        boolean hasCase = Character.toLowerCase(first) != Character.toUpperCase(first);
        if (hasCase && !Character.isUpperCase(first) && !Character.isTitleCase(first)) {
            return false;
        }
        if (!EVERYDAY.contains(word)) {
            return true;
        }
        String between = text.substring(before, at);
        if (between.strip().equals(".") && Titles.isOne(lastWord(text, before))) {
            return true;
        }
        boolean opens = before == 0 || between.chars().anyMatch(c -> ".!?:;\n\"\u201c\u2014(".indexOf(c) >= 0);
        return !opens;
    }

    private static String lastWord(String text, int end) {
        int from = end;
        while (from > 0 && Character.isLetter(text.charAt(from - 1))) {
            from--;
        }
        return text.substring(from, end).toLowerCase(Locale.ROOT);
    }

    /** Where a whole name ends that begins with this word; 0 where none does. The longest counts. */
    private int wholeEnd(String text, int end, String word) {
        int longest = 0;
        for (String[] name : whole.getOrDefault(word, List.of())) {
            int at = end;
            boolean same = true;
            for (int k = 1; same && k < name.length; k++) {
                int next = start(text, at);
                int nextEnd = next < text.length() ? end(text, next) : next;
                same = next < text.length()
                        && next - at <= 3
                        && isGap(text, at, next)
                        && text.substring(next, nextEnd)
                                .toLowerCase(Locale.ROOT)
                                .equals(name[k]);
                at = nextEnd;
            }
            if (same) {
                longest = Math.max(longest, at);
            }
        }
        return longest;
    }

    private static boolean isGap(String text, int from, int to) {
        for (int k = from; k < to; k++) {
            char c = text.charAt(k);
            if (!Character.isWhitespace(c) && c != '-' && c != '.' && c != '\u00a0') {
                return false;
            }
        }
        return true;
    }

    /** Where the next word begins, or the text's end. */
    static int start(String text, int from) {
        int at = from;
        while (at < text.length() && !isLetter(text.codePointAt(at))) {
            at += Character.charCount(text.codePointAt(at));
        }
        return at;
    }

    /** Where that word ends; a possessive or elided letter behind an apostrophe is not part of it. */
    static int end(String text, int from) {
        int at = from;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            boolean inside = (c == '\'' || c == '\u2019')
                    && at + 2 < text.length()
                    && isLetter(text.codePointAt(at + 1))
                    && isLetter(text.codePointAt(at + 2));
            if (!isLetter(c) && !inside) {
                break;
            }
            at += Character.charCount(c);
        }
        return at;
    }

    private static boolean isLetter(int c) {
        return Character.isLetter(c)
                || Character.getType(c) == Character.NON_SPACING_MARK
                || Character.getType(c) == Character.COMBINING_SPACING_MARK;
    }

    private static boolean isUnspaced(int c) {
        return switch (Character.UnicodeScript.of(c)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL, THAI, LAO, KHMER, MYANMAR -> true;
            default -> false;
        };
    }
}
