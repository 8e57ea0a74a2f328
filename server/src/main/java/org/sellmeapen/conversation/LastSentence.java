package org.sellmeapen.conversation;

import java.util.List;

/** What a turn ends with, seen once more by itself: "Monday's good. And who brings it?" asks, whatever came before. */
final class LastSentence {

    /** The same words stand in the whole, so they count less here. */
    private static final double WORTH = 0.7;

    private LastSentence() {}

    /** Kinds of features: {@code z} words, {@code zk} word classes, {@code zq} cues. */
    static void describe(TaggedWords words, ActLexicon lexicon, FeatureBag out) {
        int to = words.size();
        for (int i = from(words.words().segments()); i < to; i++) {
            out.add(WORTH, "z", words.word(i), null, null);
            out.add(WORTH, "z", words.word(i), i + 1 < to ? words.word(i + 1) : "</s>", null);
            for (String one : words.classesAt(i)) {
                out.add(WORTH, "zk", one, null, null);
            }
            for (String cue : lexicon.cuesAt(words, i)) {
                out.add(WORTH, "zq", cue, null, null);
            }
        }
    }

    /** The first word of the last sentence. */
    private static int from(List<Words.Segment> segments) {
        for (int i = segments.size() - 2; i >= 0; i--) {
            if (segments.get(i).sentenceEnd()) {
                return segments.get(i).to();
            }
        }
        return 0;
    }
}
