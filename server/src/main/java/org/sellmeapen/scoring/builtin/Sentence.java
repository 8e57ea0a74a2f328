package org.sellmeapen.scoring.builtin;

import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of one turn between sentence ends.
 *
 * @param start offset into the turn's text
 * @param end offset after its last character
 * @param asked whether it ends with a question mark
 */
record Sentence(String text, int start, int end, boolean asked, boolean shouted, List<Token> tokens) {

    private static final int LONGEST_QUOTE = 280;
    private static final String FORGED = "<{[`#";

    /** To the letter as it stands in the turn; of a very long stretch the part around the token. */
    String quote(int token) {
        if (end - start <= LONGEST_QUOTE || tokens.isEmpty()) {
            return text.substring(start, end);
        }
        int middle = Math.clamp(token, 0, tokens.size() - 1);
        int from = middle;
        int to = middle;
        while (tokens.get(to).end() - tokens.get(from).start() < LONGEST_QUOTE - 60
                && (from > 0 || to < tokens.size() - 1)) {
            from = Math.max(0, from - 1);
            to = Math.min(tokens.size() - 1, to + 1);
            if (tokens.get(to).end() - tokens.get(from).start() > LONGEST_QUOTE) {
                from = Math.min(middle, from + 1);
                to = Math.max(middle, to - 1);
                break;
            }
        }
        int cut = Math.min(tokens.get(to).end(), tokens.get(from).start() + LONGEST_QUOTE);
        return text.substring(tokens.get(from).start(), whole(text, cut));
    }

    boolean has(int first, String... words) {
        for (String word : words) {
            if (first < tokens.size() && tokens.get(first).word().equals(word)) {
                return true;
            }
        }
        return false;
    }

    static List<Sentence> of(String text) {
        List<Sentence> sentences = new ArrayList<>();
        int start = 0;
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (at > start && begins(text, start, at)) {
                add(sentences, text, start, at, false, false);
                start = at;
            }
            if (!ends(text, at)) {
                at++;
                continue;
            }
            boolean asked = false;
            boolean shouted = false;
            int after = at;
            while (after < text.length() && (stop(text.charAt(after)) || closes(text.charAt(after)))) {
                asked |= asks(text.charAt(after));
                shouted |= text.charAt(after) == '!' || text.charAt(after) == '\uff01';
                after++;
            }
            add(sentences, text, start, Math.max(after, at + 1), asked, shouted || c == '!');
            start = Math.max(after, at + 1);
            at = start;
        }
        add(sentences, text, start, text.length(), false, false);
        return sentences;
    }

    private static void add(List<Sentence> to, String text, int start, int end, boolean asked, boolean shouted) {
        int from = start;
        int till = end;
        while (from < till && Character.isWhitespace(text.charAt(from))) {
            from++;
        }
        while (till > from && Character.isWhitespace(text.charAt(till - 1))) {
            till--;
        }
        if (from < till) {
            List<Token> tokens = Words.of(text, from, till);
            if (!tokens.isEmpty()) {
                to.add(new Sentence(text, from, till, asked, shouted, tokens));
            } else if (!to.isEmpty() && FORGED.indexOf(text.charAt(from)) < 0 && ">}]".indexOf(text.charAt(from)) < 0) {
                Sentence last = to.removeLast();
                to.add(new Sentence(text, last.start, till, last.asked || asked, last.shouted || shouted, last.tokens));
            }
        }
    }

    /**
     * What begins a new stretch without the last one having ended: marks of forged data, and, where nobody wrote marks
     * or capitals, a capital or another script.
     */
    private static boolean begins(String text, int start, int at) {
        char c = text.charAt(at);
        if (FORGED.indexOf(c) >= 0) {
            return text.charAt(at - 1) != c;
        }
        boolean apart = Character.isWhitespace(text.charAt(at - 1));
        boolean escaped = c == '%' && at + 1 < text.length() && Character.digit(text.charAt(at + 1), 16) >= 0;
        boolean spelled = at + 3 < text.length() && text.charAt(at + 1) == ' ' && text.charAt(at + 3) == ' ';
        if (apart && (escaped || spelled && Character.isUpperCase(c) && Character.isLetter(text.charAt(at + 2)))) {
            return true;
        }
        if (!apart || !Character.isLetter(c)) {
            return false;
        }
        int first = start;
        while (first < at && !Character.isLetter(text.charAt(first))) {
            if (FORGED.indexOf(text.charAt(first)) >= 0) {
                return false;
            }
            first++;
        }
        boolean latin = first < at && Character.UnicodeScript.of(text.charAt(first)) == Character.UnicodeScript.LATIN;
        boolean word = at + 1 < text.length() && Character.isLetter(text.charAt(at + 1));
        return latin
                && (Character.UnicodeScript.of(c) != Character.UnicodeScript.LATIN
                        || word && Character.isUpperCase(c) && Character.isLowerCase(text.charAt(first)));
    }

    private static boolean ends(String text, int at) {
        char c = text.charAt(at);
        if (c == '\n' || ">}]".indexOf(c) >= 0) {
            return true;
        }
        if (c == '`' || c == '#') {
            return at + 1 >= text.length() || Character.isWhitespace(text.charAt(at + 1));
        }
        if (!stop(c)) {
            return false;
        }
        if (c != '.') {
            return true;
        }
        boolean last = at + 1 >= text.length();
        boolean blank = last
                || Character.isWhitespace(text.charAt(at + 1))
                || closes(text.charAt(at + 1))
                || stop(text.charAt(at + 1));
        return blank && !shortForm(text, at);
    }

    /** "Mr. Obi" and "Dr. Amari" do not end a sentence. */
    private static boolean shortForm(String text, int dot) {
        int from = dot;
        while (from > 0 && Character.isLetter(text.charAt(from - 1))) {
            from--;
        }
        String word = text.substring(from, dot);
        return switch (word) {
            case "Mr", "Mrs", "Ms", "Dr", "Prof", "St", "Sr", "Sra", "Hr", "Fr", "Nr", "z", "B", "bzw", "ca" ->
                dot + 1 < text.length();
            default -> false;
        };
    }

    private static boolean stop(char c) {
        return ".!?\u2026\u3002\uff01\uff1f\u061f\u0964\uff0e\u037e".indexOf(c) >= 0;
    }

    private static boolean asks(char c) {
        return "?\uff1f\u061f\u037e".indexOf(c) >= 0;
    }

    private static boolean closes(char c) {
        return "\"'\u201d\u2019)]\u300d\u00bb".indexOf(c) >= 0;
    }

    private static int whole(String text, int cut) {
        return cut < text.length() && Character.isLowSurrogate(text.charAt(cut)) ? cut + 1 : cut;
    }
}
