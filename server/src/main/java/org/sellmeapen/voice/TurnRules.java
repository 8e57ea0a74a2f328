package org.sellmeapen.voice;

/**
 * How long a silence must be, in milliseconds.
 *
 * @param candidateMs then the recogniser and the mind begin, on probation
 * @param finishedMs then a text that looks finished is taken as a turn
 * @param openMs then a text that may go on is taken
 * @param patienceMs then whatever was said is taken; longer for who thinks or stutters
 * @param monologueMs the counterpart takes the word after so long a speech; 0 = never
 */
record TurnRules(int candidateMs, int finishedMs, int openMs, int patienceMs, int monologueMs) {

    static final int SHORTEST_PATIENCE_MS = 1_500;
    static final int LONGEST_PATIENCE_MS = 5_000;

    TurnRules {
        if (!(0 < candidateMs && candidateMs <= finishedMs && finishedMs <= openMs && openMs <= patienceMs)) {
            throw new IllegalArgumentException("waiting times do not grow");
        }
    }

    /** @param patienceMs the larger of the persona's and the person's */
    static TurnRules of(int patienceMs, int monologueMs) {
        return new TurnRules(
                300, 550, 1_000, Math.clamp(patienceMs, SHORTEST_PATIENCE_MS, LONGEST_PATIENCE_MS), monologueMs);
    }
}
