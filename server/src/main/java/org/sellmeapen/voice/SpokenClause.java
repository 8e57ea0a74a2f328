package org.sellmeapen.voice;

import java.util.ArrayList;
import java.util.List;

/** A clause as it was spoken: where it lies on its turn's audio, and where its words begin, as far as the voice told. */
final class SpokenClause {

    private record Word(long atMs, int toChar) {}

    /** About what speech takes, while a clause is still being made. */
    private static final long USUAL_MS_A_LETTER = 60;

    private final String text;
    private final long fromMs;
    private final List<Word> words = new ArrayList<>();
    private long ms;
    private boolean whole;

    SpokenClause(String text, long fromMs) {
        this.text = text;
        this.fromMs = fromMs;
    }

    long fromMs() {
        return fromMs;
    }

    long endMs() {
        return fromMs + ms;
    }

    void grow(long moreMs) {
        ms += moreMs;
    }

    void done() {
        whole = true;
    }

    void word(long atMs, int toChar) {
        words.add(new Word(atMs, Math.min(toChar, text.length())));
    }

    /** What of it was heard when the turn's audio had sounded up to there; whole words only. */
    String heardBy(long playedMs) {
        if (playedMs <= fromMs) {
            return "";
        }
        if (whole && playedMs >= endMs()) {
            return text;
        }
        int chars = words.isEmpty() ? byShare(playedMs) : byWords(playedMs - fromMs);
        return text.substring(0, chars).strip();
    }

    /** A word counts as heard once the next one began. */
    private int byWords(long atMs) {
        int chars = 0;
        for (int k = 0; k + 1 < words.size() && words.get(k + 1).atMs() <= atMs; k++) {
            chars = words.get(k).toChar();
        }
        return chars;
    }

    private int byShare(long playedMs) {
        long length = whole ? ms : Math.max(ms, text.length() * USUAL_MS_A_LETTER);
        int chars = (int) Math.min(text.length(), text.length() * (playedMs - fromMs) / Math.max(1, length));
        int space = text.lastIndexOf(' ', Math.max(0, chars - 1));
        return chars >= text.length() ? text.length() : Math.max(0, space);
    }
}
