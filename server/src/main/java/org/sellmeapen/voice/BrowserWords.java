package org.sellmeapen.voice;

/**
 * What a browser's recogniser has of one turn. It settles phrase by phrase: what it settled stays, and what it still writes
 * comes after that. Some tell a phrase again together with the one before it.
 */
final class BrowserWords {

    private String settled = "";
    private String writing = "";
    private boolean isSettled;

    void add(String text, boolean last) {
        String words = text.strip();
        String all = repeats(words) ? words : joined(settled, words);
        settled = last ? all : settled;
        writing = last ? "" : all;
        isSettled = last;
    }

    void clear() {
        settled = "";
        writing = "";
        isSettled = false;
    }

    String all() {
        return writing.isEmpty() ? settled : writing;
    }

    /** Nothing of it will change any more, as far as is known. */
    boolean isSettled() {
        return isSettled;
    }

    private boolean repeats(String words) {
        return words.regionMatches(true, 0, settled, 0, settled.length())
                && (words.length() == settled.length() || !Character.isLetterOrDigit(words.charAt(settled.length())));
    }

    private static String joined(String before, String after) {
        return before.isEmpty() || after.isEmpty() ? before + after : before + " " + after;
    }
}
