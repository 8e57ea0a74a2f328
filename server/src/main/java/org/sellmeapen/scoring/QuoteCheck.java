package org.sellmeapen.scoring;

import java.util.List;
import org.sellmeapen.conversation.Transcript;
import org.sellmeapen.conversation.Turn;

/** Drops what a judge says it saw but which does not stand there, or was said by the other side. */
final class QuoteCheck {

    private static final int LETTERS = 4;

    private QuoteCheck() {}

    static List<Observation> kept(List<Observation> seen, Transcript transcript, Rubric rubric) {
        return seen.stream()
                .filter(one -> rubric.criteria().stream()
                        .anyMatch(criterion ->
                                criterion.id().equals(one.criterion()) && stands(one, transcript, criterion)))
                .toList();
    }

    private static boolean stands(Observation one, Transcript transcript, Rubric.Criterion criterion) {
        if (one.turn() < 0
                || one.turn() >= transcript.turns().size()
                || one.quote().isBlank()) {
            return false;
        }
        Turn turn = transcript.turns().get(one.turn());
        // A missed chance lies in what the other side offered, so it may be quoted from either side.
        boolean rightSide = criterion.quotesFrom() == null
                || one.shows() == Shows.CHANCE_MISSED
                || criterion.quotesFrom() == turn.speaker();
        return rightSide && turn.text().contains(one.quote());
    }

    /** Whole words, and more than a letter or two of them: a vowel stands in every turn and shows nothing. */
    static boolean saysSomething(String quote, String text) {
        long letters = quote.codePoints()
                .filter(Character::isLetterOrDigit)
                .limit(LETTERS)
                .count();
        boolean dense = quote.codePoints().anyMatch(QuoteCheck::isDense);
        if (letters < (dense ? 2 : LETTERS) && !quote.strip().equals(text.strip())) {
            return false;
        }
        for (int at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) {
            if (!isInsideAWord(text, at) && !isInsideAWord(text, at + quote.length())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isInsideAWord(String text, int at) {
        return at > 0
                && at < text.length()
                && Character.isLetterOrDigit(text.codePointBefore(at))
                && Character.isLetterOrDigit(text.codePointAt(at))
                && !isDense(text.codePointBefore(at))
                && !isDense(text.codePointAt(at));
    }

    /** Of a script that puts no blanks between words. */
    private static boolean isDense(int c) {
        return switch (Character.UnicodeScript.of(c)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL, THAI -> true;
            default -> false;
        };
    }
}
