package org.sellmeapen.ai.espeak;

/** What comes back, in the order of its time. Times are of the raw audio, at 22050 Hz from its first sample. */
sealed interface Piece {

    record Samples(short[] samples) implements Piece {}

    /** @param ipa empty for a pause */
    record Phoneme(int atMs, String ipa) implements Piece {}

    /** Code points of the text that was ordered. */
    record Word(int atMs, int from, int to) implements Piece {}

    record End() implements Piece {}
}
