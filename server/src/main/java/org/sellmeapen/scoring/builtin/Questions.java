package org.sellmeapen.scoring.builtin;

/** Tells questions by their mark, and by their form where nobody wrote marks. */
final class Questions {

    private Questions() {}

    static boolean asks(Sentence sentence, Cues cues) {
        return sentence.asked()
                || cues.of("asks_without_mark").in(sentence)
                || unpunctuated(sentence) && cues.of("question_form").in(sentence);
    }

    /** Invites a free answer about the buyer's world. */
    static boolean open(Sentence sentence, Cues cues) {
        if (!asks(sentence, cues)) {
            return false;
        }
        if (cues.of("invites").in(sentence)) {
            return true;
        }
        return cues.of("open_form").in(sentence) && !cues.of("not_open").in(sentence);
    }

    /** Speech recognition without punctuation: no mark at the end. */
    static boolean unpunctuated(Sentence sentence) {
        String text = sentence.text();
        char last = text.charAt(Math.min(sentence.end(), text.length()) - 1);
        return Character.isLetterOrDigit(last);
    }
}
