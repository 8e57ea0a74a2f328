package org.sellmeapen.conversation;

import java.util.ArrayList;
import java.util.List;

/** The words of an utterance with the classes that a language pack gives them. */
final class TaggedWords {

    private final Words words;
    private final List<List<String>> classes;
    private final boolean[] startsClause;
    private final boolean[] endsClause;

    TaggedWords(Words words, ActLexicon lexicon) {
        this.words = words;
        this.classes = new ArrayList<>(words.size());
        for (int i = 0; i < words.size(); i++) {
            classes.add(lexicon.classesOf(words.word().get(i)));
        }
        startsClause = new boolean[words.size() + 1];
        endsClause = new boolean[words.size() + 1];
        for (Words.Segment segment : words.segments()) {
            startsClause[segment.from()] = true;
            endsClause[segment.to()] = true;
        }
        passOpeners();
    }

    /** "Well, so tell me" starts with "tell me" too: the clause starts again behind each opener. */
    private void passOpeners() {
        for (int i = 0; i + 1 < size(); i++) {
            if (startsClause[i] && isA(i, ActLexicon.OPENER)) {
                startsClause[i + 1] = true;
            }
        }
    }

    Words words() {
        return words;
    }

    int size() {
        return words.size();
    }

    String word(int at) {
        return words.word().get(at);
    }

    List<String> classesAt(int at) {
        return classes.get(at);
    }

    boolean isA(int at, String wordClass) {
        return classes.get(at).contains(wordClass) || wordClass.equals(ActLexicon.NAME) && isName(at);
    }

    boolean isName(int at) {
        return words.proper().get(at);
    }

    boolean startsClause(int at) {
        return at < startsClause.length && startsClause[at];
    }

    boolean endsClause(int at) {
        return at < endsClause.length && endsClause[at];
    }
}
