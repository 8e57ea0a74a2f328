package org.sellmeapen.speech;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One voice, or a whole recording taken as one, with what was said in it: everything that is counted by the minute.
 *
 * @param minutes what words are divided by
 * @param turns stretches of one speaker
 * @param words null without a transcript that fits the sound
 * @param syllablesPerWord null where the language has no pack
 */
record Voice(
        List<Heard> heard,
        double minutes,
        List<Span> turns,
        Pauses pauses,
        @Nullable WordFigures words,
        @Nullable Double syllablesPerWord) {

    /** With fewer, more than one estimate in ten would be off by more than a fifth: so much do words differ in length. */
    static final int FEWEST_SYLLABLES = 30;

    /** The mean error that chance adds for one word; shrinks with the root of their number. Measured in English. */
    private static final double CHANCE_OF_ONE_WORD = 0.4;

    /** @param estimated from syllables */
    record Pace(double wordsPerMinute, boolean estimated) {}

    double soundingS() {
        return heard.stream().mapToDouble(h -> Spans.seconds(h.sounding())).sum();
    }

    int syllables() {
        return heard.stream().mapToInt(Heard::syllables).sum();
    }

    /** Words said or, without a transcript that tells, about as many as there were syllables for; null where neither is known. */
    @Nullable
    Double wordCount() {
        if (words != null && words.asSpoken()) {
            return (double) words.words();
        }
        return syllablesPerWord == null || syllables() < FEWEST_SYLLABLES ? null : syllables() / syllablesPerWord;
    }

    @Nullable
    Pace pace() {
        Double count = wordCount();
        return count == null || minutes <= 0 || count <= 0
                ? null
                : new Pace(count / minutes, words == null || !words.asSpoken());
    }

    /**
     * How far an estimate of so many words is off on average, as a ratio.
     *
     * @param ofLongTakes of a language, where chance has evened out
     */
    static double typicalError(double ofLongTakes, double words) {
        return Math.hypot(ofLongTakes, CHANCE_OF_ONE_WORD / Math.sqrt(words));
    }

    @Nullable
    Double articulation() {
        double seconds = soundingS();
        return seconds <= 0 || syllables() == 0 ? null : syllables() / seconds;
    }

    @Nullable
    Double fillersPerMinute() {
        return words == null || words.fillers() == null || minutes <= 0
                ? null
                : words.fillers().size() / minutes;
    }

    @Nullable
    Double hedgesPerHundredWords() {
        Double count = wordCount();
        return words == null || words.hedges() == null || count == null || count <= 0
                ? null
                : 100.0 * words.hedges().size() / count;
    }

    /** 0 without a pause: nobody who speaks for long without one leaves time to follow. */
    double meanPauseS() {
        return pauses.meanS() == null ? 0 : pauses.meanS();
    }

    double pausesPerMinuteFrom(double seconds) {
        long count = pauses.list().stream()
                .filter(pause -> pause.seconds() >= seconds - Spans.NOTHING)
                .count();
        return minutes <= 0 ? 0 : count / minutes;
    }

    @Nullable
    Double levelWandersDb() {
        return heard.size() == 1 ? heard.getFirst().wandersDb() : null;
    }

    @Nullable
    Span longestTurn() {
        Span longest = null;
        for (Span turn : turns) {
            if (longest == null || turn.seconds() > longest.seconds()) {
                longest = turn;
            }
        }
        return longest;
    }
}
