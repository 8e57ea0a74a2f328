package org.sellmeapen.conversation;

/** Counts words alike everywhere: whitespace tokens; a run of Chinese, Japanese or Korean characters is one word per two characters. */
public final class WordCount {

    private WordCount() {}

    public static int of(String text) {
        int words = 0;
        int run = 0;
        boolean inWord = false;
        for (int k = 0; k < text.length(); ) {
            int c = text.codePointAt(k);
            k += Character.charCount(c);
            if (isUnspaced(c)) {
                run++;
                inWord = false;
                continue;
            }
            words += (run + 1) / 2;
            run = 0;
            boolean space = Character.isWhitespace(c) || Character.isSpaceChar(c);
            if (!space && !inWord) {
                words++;
            }
            inWord = !space;
        }
        return words + (run + 1) / 2;
    }

    private static boolean isUnspaced(int c) {
        Character.UnicodeScript script = Character.UnicodeScript.of(c);
        return script == Character.UnicodeScript.HAN
                || script == Character.UnicodeScript.HIRAGANA
                || script == Character.UnicodeScript.KATAKANA
                || script == Character.UnicodeScript.HANGUL;
    }
}
