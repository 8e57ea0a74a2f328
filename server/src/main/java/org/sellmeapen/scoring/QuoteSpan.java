package org.sellmeapen.scoring;

/** Widens a quote of a word or two to its neighbours, because "Okay." shows a reader nothing. It stays verbatim. */
final class QuoteSpan {

    private static final int ENOUGH_WORDS = 4;

    private QuoteSpan() {}

    /** @return a stretch of {@code text} that holds {@code quote}, with whole sentences added while it is too short */
    static String wide(String text, String quote) {
        int start = text.indexOf(quote);
        if (start < 0) {
            return quote;
        }
        int end = start + quote.length();
        while (words(text.substring(start, end)) < ENOUGH_WORDS && (start > 0 || end < text.length())) {
            if (end < text.length()) {
                end = endOfSentence(text, end);
            } else {
                start = startOfSentence(text, start);
            }
        }
        return text.substring(start, end).strip();
    }

    private static int words(String text) {
        String bare = text.strip();
        return bare.isEmpty() ? 0 : bare.split("\\s+").length;
    }

    private static int endOfSentence(String text, int from) {
        int at = from;
        while (at < text.length() && !Character.isLetterOrDigit(text.charAt(at))) {
            at++;
        }
        while (at < text.length() && !isEnd(text, at)) {
            at++;
        }
        return Math.min(at + 1, text.length());
    }

    private static int startOfSentence(String text, int from) {
        int at = from - 1;
        while (at > 0 && !Character.isLetterOrDigit(text.charAt(at))) {
            at--;
        }
        while (at > 0 && !isEnd(text, at - 1)) {
            at--;
        }
        return at;
    }

    private static boolean isEnd(String text, int at) {
        return ".!?…".indexOf(text.charAt(at)) >= 0
                && (at + 1 == text.length() || Character.isWhitespace(text.charAt(at + 1)));
    }
}
