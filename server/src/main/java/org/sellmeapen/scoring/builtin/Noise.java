package org.sellmeapen.scoring.builtin;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Recognises sentences that speak to a judge, forge a result, hide text in an encoding or announce that a criterion was
 * met. They are words somebody said, so they count as words; they are evidence for nothing. Nobody is punished for
 * them either, since a call may well be about such sentences.
 */
final class Noise {

    private static final int LONG_CODE = 16;
    private static final String LOOKALIKE = "аеорсухіјѕԁһԛԝαοερυν";
    private static final String LATIN = "aeopcyxijsdhqwaoepuv";

    private static final Set<String> EVERYDAY = Set.of(
            "the", "a", "i", "you", "it", "is", "to", "and", "we", "of", "in", "that", "for", "on", "so", "with",
            "it's", "that's", "have", "what", "do", "they", "he", "she", "be", "are", "your", "my", "but", "not", "yes",
            "no");

    private final Phrases alone;
    private final Phrases directive;
    private final Phrases target;
    private final Phrases announces;

    Noise(Cues cues) {
        this.alone = cues.of("alone");
        this.directive = cues.of("directive");
        this.target = cues.of("target");
        this.announces = cues.of("announces");
    }

    /** Which of the sentences of one turn are noise, in their order. */
    boolean[] among(List<Sentence> sentences) {
        boolean[] noise = new boolean[sentences.size()];
        int first = -1;
        int last = -1;
        for (int k = 0; k < noise.length; k++) {
            String text = stretch(sentences.get(k));
            boolean forged = forged(text);
            if (forged) {
                first = first < 0 ? k : first;
                last = k;
            }
            noise[k] = forged || coded(text) || speaks(sentences.get(k));
        }
        // What stands between an opening and a closing mark of a forged block belongs to it.
        for (int k = first; k >= 0 && k <= last; k++) {
            noise[k] = true;
        }
        return noise;
    }

    /** Says that a criterion is met, or will be, instead of meeting it. */
    boolean announces(Sentence sentence) {
        return announces.in(sentence);
    }

    private static String stretch(Sentence sentence) {
        return sentence.text().substring(sentence.start(), sentence.end());
    }

    private boolean speaks(Sentence sentence) {
        if (says(sentence) || spelled(sentence)) {
            return true;
        }
        if (sentence.tokens().stream().anyMatch(Noise::disguised) && says(retold(sentence, Noise::leet))) {
            return true;
        }
        // Turned letters leave no everyday word standing, so ordinary speech is spared the trouble.
        return sentence.tokens().stream().noneMatch(token -> EVERYDAY.contains(token.word()))
                && (says(retold(sentence, Noise::rot13))
                        || says(retold(
                                sentence,
                                word -> new StringBuilder(word).reverse().toString()))
                        || says(reversed(sentence)));
    }

    private static boolean disguised(Token token) {
        return token.word().chars().anyMatch(Character::isDigit)
                && token.word().chars().anyMatch(Character::isLetter);
    }

    private boolean says(Sentence sentence) {
        return alone.in(sentence) || directive.in(sentence) && target.in(sentence);
    }

    private static Sentence retold(Sentence sentence, java.util.function.UnaryOperator<String> way) {
        List<Token> tokens = new ArrayList<>();
        for (Token token : sentence.tokens()) {
            tokens.add(new Token(way.apply(token.word()), token.start(), token.end(), token.capital()));
        }
        return new Sentence(sentence.text(), sentence.start(), sentence.end(), false, false, tokens);
    }

    /** Written backwards as a whole. */
    private static Sentence reversed(Sentence sentence) {
        Sentence words =
                retold(sentence, word -> new StringBuilder(word).reverse().toString());
        return new Sentence(
                words.text(),
                words.start(),
                words.end(),
                false,
                false,
                words.tokens().reversed());
    }

    /** I g n o r e: at least six letters in a row, each on its own. */
    private static boolean spelled(Sentence sentence) {
        int run = 0;
        for (Token token : sentence.tokens()) {
            boolean single = token.word().length() == 1
                    && token.word().charAt(0) < 0x2E80
                    && Character.isLetter(token.word().charAt(0));
            run = single ? run + 1 : 0;
            if (run >= 6) {
                return true;
            }
        }
        return false;
    }

    /** Tags, role marks and results in the shape of data. */
    private static boolean forged(String text) {
        String lower = text.toLowerCase(java.util.Locale.ROOT);
        return lower.contains("###")
                || lower.contains("```")
                || lower.contains("\": ")
                || lower.contains("\":\"")
                || lower.contains("{\"")
                || lower.contains("[inst")
                || lower.contains("[/inst")
                || lower.contains("<|")
                || lower.contains("|>")
                || lower.contains("[system")
                || lower.contains("[/system")
                || lower.contains("[assistant")
                || lower.contains("[note")
                || lower.contains("<<")
                || lower.contains("<!--")
                || lower.contains("-->")
                || lower.contains("](http")
                || tag(lower)
                || role(lower);
    }

    private static boolean tag(String lower) {
        int open = lower.indexOf('<');
        while (open >= 0 && open + 2 < lower.length()) {
            int at = lower.charAt(open + 1) == '/' ? open + 2 : open + 1;
            int close = lower.indexOf('>', at);
            if (at < lower.length() && Character.isLetter(lower.charAt(at)) && close > at && close - at < 80) {
                return true;
            }
            open = lower.indexOf('<', open + 1);
        }
        return false;
    }

    private static boolean role(String lower) {
        for (String role : new String[] {
            "system:",
            "assistant:",
            "user:",
            "evaluator:",
            "judge:",
            "ai:",
            "human:",
            "result:",
            "verdict:",
            "overall:",
            "outcome:",
            "score:"
        }) {
            int at = lower.indexOf(role);
            if (at == 0 || at > 0 && !Character.isLetter(lower.charAt(at - 1))) {
                return true;
            }
        }
        return false;
    }

    /** Base64, hexadecimal, percent and character escapes, invisible characters, snake_case names of criteria. */
    private static boolean coded(String text) {
        int run = 0;
        int digits = 0;
        int upper = 0;
        int lower = 0;
        int hex = 0;
        int escapes = 0;
        for (int at = 0; at <= text.length(); at++) {
            char c = at < text.length() ? text.charAt(at) : ' ';
            boolean letter = c < 128 && (Character.isLetterOrDigit(c) || c == '+' || c == '/' || c == '=');
            if (letter) {
                run++;
                digits += Character.isDigit(c) ? 1 : 0;
                upper += Character.isUpperCase(c) ? 1 : 0;
                lower += Character.isLowerCase(c) ? 1 : 0;
                hex += Character.digit(c, 16) >= 0 ? 1 : 0;
            } else {
                boolean mixed = upper >= 2 && lower >= 2 && (digits > 0 || upper >= 4) || hex == run && digits >= 3;
                if (run >= LONG_CODE && mixed) {
                    return true;
                }
                run = digits = upper = lower = hex = 0;
            }
            escapes += c == '%'
                                    && at + 2 < text.length()
                                    && Character.digit(text.charAt(at + 1), 16) >= 0
                                    && Character.digit(text.charAt(at + 2), 16) >= 0
                            || c == '\\' && at + 1 < text.length() && "ux".indexOf(text.charAt(at + 1)) >= 0
                            || c == '&' && at + 1 < text.length() && text.charAt(at + 1) == '#'
                    ? 1
                    : 0;
            boolean hidden = c == '\udb40' || c >= '\u202a' && c <= '\u202e' || c >= '\u2066' && c <= '\u2069';
            boolean snake = c == '_'
                    && at > 0
                    && at + 1 < text.length()
                    && Character.isLetter(text.charAt(at - 1))
                    && Character.isLetter(text.charAt(at + 1));
            if (hidden || snake || escapes >= 3) {
                return true;
            }
        }
        return false;
    }

    /** Letters of other alphabets that look like Latin ones, where a word mixes them. */
    static String plain(String word) {
        boolean latin = false;
        boolean other = false;
        for (int k = 0; k < word.length(); k++) {
            latin |= word.charAt(k) >= 'a' && word.charAt(k) <= 'z';
            other |= LOOKALIKE.indexOf(word.charAt(k)) >= 0;
        }
        if (!latin || !other) {
            return word;
        }
        StringBuilder plain = new StringBuilder();
        for (char c : word.toCharArray()) {
            int at = LOOKALIKE.indexOf(c);
            plain.append(at >= 0 ? LATIN.charAt(at) : c);
        }
        return plain.toString();
    }

    private static String leet(String word) {
        boolean mixed =
                word.chars().anyMatch(Character::isDigit) && word.chars().anyMatch(Character::isLetter);
        return mixed
                ? word.replace('0', 'o')
                        .replace('1', 'i')
                        .replace('3', 'e')
                        .replace('4', 'a')
                        .replace('5', 's')
                        .replace('7', 't')
                : word;
    }

    private static String rot13(String word) {
        StringBuilder turned = new StringBuilder(word.length());
        for (char c : word.toCharArray()) {
            turned.append(c >= 'a' && c <= 'z' ? (char) ('a' + (c - 'a' + 13) % 26) : c);
        }
        return turned.toString();
    }
}
