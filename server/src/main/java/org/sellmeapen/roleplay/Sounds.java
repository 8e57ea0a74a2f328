package org.sellmeapen.roleplay;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How a word sounds, roughly: enough to know a name or a loan word again that another language, or another script, spells in
 * its own way. The consonants count, and of letters that are not Latin what Unicode calls them (KATAKANA LETTER KA, GREEK
 * SMALL LETTER TAU). Thai, Chinese and the kanji of Japanese spell no sounds one could compare.
 */
final class Sounds {

    /** Loan words and names of Japanese stand in a script of their own; other words between spaces. */
    private static final Pattern WORD = Pattern.compile("[\\p{IsKatakana}ー]+|[\\p{L}\\p{M}&&[^\\p{IsKatakana}]]+");

    private static final int TELLING = 4;
    private static final int STEM = 5;

    private Sounds() {}

    static List<String> words(String text) {
        return WORD.matcher(text).results().map(result -> result.group()).toList();
    }

    /** Without accents and capitals. */
    static String plain(String word) {
        String bare = Normalizer.normalize(word, Normalizer.Form.NFD).replaceAll("(?<=\\p{IsLatin})\\p{M}+", "");
        return Normalizer.normalize(bare, Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .replace("ß", "ss");
    }

    /** The same word, or one grown from it: Kontrakt and contract, Notar and notary, ホテル and hotel. */
    static boolean kin(String one, String other) {
        String a = plain(one);
        String b = plain(other);
        int shorter = Math.min(a.length(), b.length());
        int common = 0;
        while (common < shorter && a.charAt(common) == b.charAt(common)) {
            common++;
        }
        if (common >= STEM && common * 4 >= shorter * 3) {
            return true;
        }
        return sameBones(bones(a), bones(b), isLatin(a) && isLatin(b) ? TELLING + 1 : TELLING);
    }

    /** A name of two sounds is anybody's, unless its vowels are the same too. */
    static boolean sameName(String name, String word) {
        return sameBones(bones(name), bones(word), TELLING - 1)
                || (!isLatin(word) && spelt(plain(name)).equals(spelt(plain(word))));
    }

    /** What stands behind a word of Korean or Turkish, and the r that Japanese does not speak, makes no other word. */
    private static boolean sameBones(String one, String other, int least) {
        int shorter = Math.min(one.length(), other.length());
        return shorter >= least
                && Math.abs(one.length() - other.length()) <= (shorter > least ? 1 : 0)
                && (one.startsWith(other) || other.startsWith(one));
    }

    static boolean isLatin(String word) {
        return !word.isEmpty() && Character.UnicodeScript.of(word.codePointAt(0)) == Character.UnicodeScript.LATIN;
    }

    /** Of a script whose signs stand for syllables or words. */
    static boolean isDense(int c) {
        return Character.isIdeographic(c)
                || switch (Character.UnicodeScript.of(c)) {
                    case HIRAGANA, KATAKANA, HANGUL -> true;
                    default -> false;
                };
    }

    private static String bones(String word) {
        return spelt(plain(word)).replaceAll("[^bdfgkmnprst]", "").replaceAll("(.)\\1+", "$1");
    }

    private static String spelt(String word) {
        StringBuilder spelt = new StringBuilder();
        word.codePoints().forEach(c -> spelt.append(letter(c)));
        return spelt.toString()
                .replace("ph", "f")
                .replace("sch", "s")
                .replace("ch", isLatin(word) ? "k" : "t")
                .replace("ck", "k")
                .replace("qu", "k")
                .replace("x", "ks")
                .replaceAll("[cq]", "k")
                .replaceAll("[zj]", "s")
                .replaceAll("[vw]", "b")
                .replace('l', 'r')
                .replaceAll("(.)\\1+", "$1");
    }

    private static String letter(int c) {
        if (Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN || !Character.isLetter(c)) {
            return c == 'ー' || Character.getType(c) == Character.NON_SPACING_MARK ? "" : Character.toString(c);
        }
        String name = Character.getName(c);
        if (name == null || name.contains("SIGN") || name.endsWith("SMALL TU")) {
            return "";
        }
        String last = name.substring(name.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
        return switch (Character.UnicodeScript.of(c)) {
            case KATAKANA, HIRAGANA -> last.equals("hu") ? "fu" : last;
            case HANGUL -> last;
            // el and em, be and ve
            case CYRILLIC -> last.replaceAll("[aeiou]", "").replace("gh", "g");
            case GREEK, HEBREW, ARABIC, DEVANAGARI -> last.replaceFirst("[aeiou].*$", "");
            default -> "";
        };
    }

    /** Those of one that are kin to a word of the other. */
    static List<String> shared(List<String> ones, List<String> others) {
        List<String> shared = new ArrayList<>();
        for (String one : ones) {
            if (others.stream().anyMatch(other -> kin(one, other))) {
                shared.add(one);
            }
        }
        return shared;
    }
}
