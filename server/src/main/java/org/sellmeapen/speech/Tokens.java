package org.sellmeapen.speech;

import java.util.ArrayList;
import java.util.List;

/** A text as words and marks: {@code ,} for whatever parts a sentence, {@code .} for whatever ends it. */
final class Tokens {

    static final String COMMA = ",";
    static final String STOP = ".";

    private static final char ZERO_WIDTH_NON_JOINER = '\u200C';
    private static final char ZERO_WIDTH_JOINER = '\u200D';

    /** @param shouted in capitals, in a text that is not: an abbreviation */
    record Token(String word, int from, int to, boolean shouted) {

        boolean isMark() {
            return word.equals(COMMA) || word.equals(STOP);
        }
    }

    private final List<Token> tokens = new ArrayList<>();
    private final String text;
    private final Writing writing;
    private final boolean allCapitals;

    private Tokens(String text, Writing writing) {
        this.text = text;
        this.writing = writing;
        this.allCapitals = text.equals(text.toUpperCase(writing.locale()));
    }

    static List<Token> of(String text) {
        return of(text, Writing.SPACED);
    }

    static List<Token> of(String text, Writing writing) {
        Tokens tokens = new Tokens(text, writing);
        for (int at = 0; at < text.length(); ) {
            at = tokens.inWord(at) ? tokens.word(at) : tokens.mark(at);
        }
        return tokens.tokens;
    }

    /** Vowel signs and points belong to the letter before them. */
    private boolean inWord(int at) {
        char c = text.charAt(at);
        return Character.isLetterOrDigit(c)
                || switch (Character.getType(c)) {
                    case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.SURROGATE -> true;
                    default -> c == ZERO_WIDTH_NON_JOINER || c == ZERO_WIDTH_JOINER;
                };
    }

    private boolean isUnspaced(int at) {
        return writing.segmentation() != Segmentation.SPACES && Writing.unspaced(text.charAt(at));
    }

    private int word(int from) {
        int to = from + 1;
        if (isUnspaced(from)) {
            to = writing.endOfUnspaced(text, from);
        } else {
            while (to < text.length() && (inWord(to) || joins(to)) && !isUnspaced(to)) {
                to++;
            }
        }
        String raw = text.substring(from, to).replace('’', '\'');
        boolean shouted = !allCapitals
                && raw.length() > 1
                && raw.equals(raw.toUpperCase(writing.locale()))
                && !raw.equals(raw.toLowerCase(writing.locale()));
        tokens.add(new Token(raw.toLowerCase(writing.locale()), from, to, shouted));
        return to;
    }

    /** An apostrophe or hyphen inside a word, a point or comma inside a figure. */
    private boolean joins(int at) {
        if (at + 1 >= text.length() || !Character.isLetterOrDigit(text.charAt(at + 1))) {
            return false;
        }
        return switch (text.charAt(at)) {
            case '\'', '’', '-' -> true;
            case '.', ',', ':' -> Character.isDigit(text.charAt(at - 1)) && Character.isDigit(text.charAt(at + 1));
            default -> false;
        };
    }

    private int mark(int at) {
        if (text.startsWith("...", at)) {
            add(COMMA, at);
            return at + 3;
        }
        if (text.startsWith("\n\n", at)) {
            add(STOP, at);
            return at + 2;
        }
        switch (text.charAt(at)) {
            case '.', '?', '!', '。', '？', '！', '؟', '।', '॥', '۔' -> add(STOP, at);
            case ',', ';', ':', '–', '—', '…', '、', '，', '；', '：', '،', '؛', '·' -> add(COMMA, at);
            case '-' -> {
                if (at == 0
                        || Character.isWhitespace(text.charAt(at - 1))
                        || at + 1 == text.length()
                        || Character.isWhitespace(text.charAt(at + 1))) {
                    add(COMMA, at);
                }
            }
            default -> {}
        }
        return at + 1;
    }

    /** Marks in a row are one; the end of a sentence outweighs a comma. */
    private void add(String mark, int at) {
        if (tokens.isEmpty()) {
            return;
        }
        Token last = tokens.getLast();
        if (last.isMark()) {
            if (last.word().equals(STOP) || mark.equals(COMMA)) {
                return;
            }
            tokens.removeLast();
        }
        tokens.add(new Token(mark, at, at + 1, false));
    }
}
