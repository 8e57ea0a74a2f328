package org.sellmeapen.speech;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Whether words can be those of a sound. Words that belong to something else, or to half of it, would give a pace and
 * fillers a minute that nobody spoke.
 */
final class Fit {

    /** So far beyond the mean error of an estimate words may be off: fast speech and bad lines swallow syllables. */
    private static final double MARGIN = 0.4;

    /** Allowed for where nobody measured the estimate of a language. */
    private static final double UNTOLD_ERROR = 0.25;

    private Fit() {}

    /** The same words, where only their digits let them fit: they are right, and are no count of what was said. */
    static WordFigures fitting(WordFigures words, int syllables, @Nullable SpeechPack pack) {
        return doubt(words.words(), 0, syllables, pack) == null ? words : words.asWritten();
    }

    /**
     * @param digits in them, which stand for a word each at the least: "4,275" is written as one and said as six
     * @return why these words are not believed, or null
     */
    static @Nullable String doubt(int words, int digits, int syllables, @Nullable SpeechPack pack) {
        if (pack == null || syllables == 0) {
            return null;
        }
        if (pack.segmentation() != Segmentation.SPACES && words > 0) {
            return null; // how many words there are hangs on the script that was chosen: kana alone is cut into twice
            // as many
        }
        boolean enough = syllables >= Voice.FEWEST_SYLLABLES;
        // Of fewer it is only known that there were not more words than those would make.
        double about = Math.max(syllables, Voice.FEWEST_SYLLABLES) / pack.syllablesPerWord();
        double error = pack.estimateError() == null ? UNTOLD_ERROR : pack.estimateError();
        double off = MARGIN + Voice.typicalError(error, about);
        boolean tooMany = words > about * (1 + off);
        boolean tooFew = enough && words + digits < about * (1 - off);
        if (words == 0) {
            return "the transcript has no word of these " + syllables + " syllables";
        }
        return tooMany || tooFew
                ? String.format(
                        Locale.ROOT,
                        "the transcript does not fit the sound: %d words, where %d syllables make about %.0f",
                        words,
                        syllables,
                        syllables / pack.syllablesPerWord())
                : null;
    }
}
