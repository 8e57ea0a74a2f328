package org.sellmeapen.voice;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Cuts a turn into clauses that are spoken one after the other, so that the first can sound while the next is made. Each
 * keeps its punctuation; joined by a space they are the turn again.
 */
final class ClauseSplitter {

    /** A comma cuts only where both sides are long enough to be spoken in one breath of their own. */
    private static final int SHORTEST = 24;

    private static final String INNER = ",;:–—、،；：";

    private ClauseSplitter() {}

    static List<String> split(String text, String language) {
        List<String> clauses = new ArrayList<>();
        for (String sentence : sentences(text.strip(), language)) {
            clauses.addAll(clauses(sentence));
        }
        return clauses;
    }

    private static List<String> sentences(String text, String language) {
        BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.forLanguageTag(language));
        breaks.setText(text);
        List<String> sentences = new ArrayList<>();
        int from = 0;
        for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
            String sentence = text.substring(from, to).strip();
            from = to;
            if (sentence.isEmpty()) {
                continue;
            }
            // "Dr. Weiss" and "3.5" are cut by some rules; what begins small goes on.
            if (!sentences.isEmpty() && Character.isLowerCase(sentence.codePointAt(0))) {
                sentences.set(sentences.size() - 1, sentences.getLast() + " " + sentence);
            } else {
                sentences.add(sentence);
            }
        }
        return sentences;
    }

    private static List<String> clauses(String sentence) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int k = 0; k + 1 < sentence.length(); k++) {
            boolean cuts = INNER.indexOf(sentence.charAt(k)) >= 0 && Character.isWhitespace(sentence.charAt(k + 1));
            if (cuts && k + 1 - from >= SHORTEST && sentence.length() - k - 1 >= SHORTEST) {
                parts.add(sentence.substring(from, k + 1).strip());
                from = k + 1;
            }
        }
        parts.add(sentence.substring(from).strip());
        return parts;
    }
}
