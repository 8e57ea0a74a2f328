package org.sellmeapen.scoring.builtin;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Cuts text into words, for any script, in one pass. */
final class Words {

    private Words() {}

    static List<Token> of(String text, int from, int to) {
        List<Token> tokens = new ArrayList<>();
        int start = -1;
        int at = from;
        while (at < to) {
            int letter = text.codePointAt(at);
            int width = Character.charCount(letter);
            if (unspaced(letter)) {
                add(tokens, text, start, at);
                start = -1;
                add(tokens, text, at, at + width);
            } else if (inside(text, letter, at, to, start >= 0)) {
                start = start < 0 ? at : start;
            } else {
                add(tokens, text, start, at);
                start = -1;
            }
            at += width;
        }
        add(tokens, text, start, to);
        return tokens;
    }

    static List<Token> of(String text) {
        return of(text, 0, text.length());
    }

    /** Words as a listener would count them: between blanks, and one for two characters of an unspaced script. */
    static int count(String text) {
        int words = 0;
        int run = 0;
        boolean other = false;
        for (int at = 0; at < text.length(); ) {
            int letter = text.codePointAt(at);
            at += Character.charCount(letter);
            if (Character.isWhitespace(letter)) {
                words += (run + 1) / 2 + (other ? 1 : 0);
                run = 0;
                other = false;
            } else if (counted(letter)) {
                run++;
            } else {
                other |= run == 0 || Character.isLetterOrDigit(letter);
            }
        }
        return words + (run + 1) / 2 + (other ? 1 : 0);
    }

    static String fold(String word) {
        boolean plain = word.chars().allMatch(c -> c < 128);
        String folded = plain ? word : Normalizer.normalize(word, Normalizer.Form.NFKC);
        String lower = folded.toLowerCase(Locale.ROOT).replace('\u2019', '\'').replace('\u02bc', '\'');
        return plain ? lower : Noise.plain(visible(lower));
    }

    private static String visible(String word) {
        StringBuilder visible = new StringBuilder(word.length());
        word.codePoints().filter(c -> Character.getType(c) != Character.FORMAT).forEach(visible::appendCodePoint);
        return visible.isEmpty() ? word : visible.toString();
    }

    private static void add(List<Token> tokens, String text, int start, int end) {
        if (start >= 0 && end > start) {
            String word = text.substring(start, end);
            tokens.add(new Token(fold(word), start, end, Character.isUpperCase(word.codePointAt(0))));
        }
    }

    private static boolean inside(String text, int letter, int at, int to, boolean begun) {
        if (Character.isLetterOrDigit(letter)
                || Character.getType(letter) == Character.NON_SPACING_MARK
                || Character.getType(letter) == Character.COMBINING_SPACING_MARK
                || begun && Character.getType(letter) == Character.FORMAT) {
            return true;
        }
        boolean joins = letter == '\'' || letter == '\u2019' || letter == '\u02bc' || letter == '.' || letter == ',';
        if (!joins || !begun || at + 1 >= to) {
            return false;
        }
        int before = text.codePointBefore(at);
        int after = text.codePointAt(at + 1);
        // "don't" is one word and so is 29,000; "no,yes" is two.
        return letter == '.' || letter == ','
                ? Character.isDigit(before) && Character.isDigit(after)
                : Character.isLetter(after);
    }

    /** Scripts written without blanks, where each character is taken as a word of its own. */
    private static boolean unspaced(int letter) {
        Character.UnicodeScript script =
                letter < 0x0E00 ? Character.UnicodeScript.LATIN : Character.UnicodeScript.of(letter);
        return switch (script) {
            case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR ->
                Character.isLetterOrDigit(letter) || Character.getType(letter) == Character.NON_SPACING_MARK;
            default -> false;
        };
    }

    private static boolean counted(int letter) {
        if (letter < 0x1100) {
            return false;
        }
        return switch (Character.UnicodeScript.of(letter)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL -> true;
            default -> false;
        };
    }
}
