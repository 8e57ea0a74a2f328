package org.sellmeapen.conversation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Word classes and cues of one language pack. */
final class ActLexicon {

    /** Words after which a clause starts anew: "well", "so", "and". */
    static final String OPENER = "opener";

    /** The class of capitalised words inside a sentence; no list can hold it. */
    static final String NAME = "name";

    private record Cue(String name, CuePattern pattern) {}

    private static final int SHORTEST_STEM = 3;

    private final Map<String, List<String>> classes = new HashMap<>();
    private final Map<String, List<String>> stems = new HashMap<>();
    private final Map<String, List<Cue>> byFirstWord = new HashMap<>();
    private final Map<String, List<Cue>> byFirstClass = new HashMap<>();
    private final List<Cue> anywhere = new ArrayList<>();
    private int longestStem;

    /**
     * @param classes name to words; a word ending in {@code *} is a stem
     * @param cues name to phrases, see {@link CuePattern}
     */
    ActLexicon(Map<String, List<String>> classes, Map<String, List<String>> cues) {
        classes.forEach((name, words) -> words.forEach(word -> put(word, name)));
        cues.forEach((name, phrases) ->
                phrases.forEach(phrase -> CuePattern.of(phrase).forEach(pattern -> put(new Cue(name, pattern)))));
    }

    private void put(String word, String wordClass) {
        if (word.endsWith("*")) {
            String stem = word.substring(0, word.length() - 1);
            longestStem = Math.max(longestStem, stem.length());
            stems.computeIfAbsent(stem, _ -> new ArrayList<>()).add(wordClass);
        } else {
            classes.computeIfAbsent(word, _ -> new ArrayList<>()).add(wordClass);
        }
    }

    private void put(Cue cue) {
        Set<String> first = cue.pattern().firstWords();
        String firstClass = cue.pattern().firstClass();
        if (firstClass != null) {
            byFirstClass.computeIfAbsent(firstClass, _ -> new ArrayList<>()).add(cue);
        } else if (first == null) {
            anywhere.add(cue);
        } else {
            first.forEach(word ->
                    byFirstWord.computeIfAbsent(word, _ -> new ArrayList<>()).add(cue));
        }
    }

    List<String> classesOf(String word) {
        List<String> found = new ArrayList<>(classes.getOrDefault(word, List.of()));
        for (int length = Math.min(word.length(), longestStem); length >= SHORTEST_STEM; length--) {
            List<String> more = stems.get(word.substring(0, length));
            if (more != null) {
                found.addAll(more);
            }
        }
        return found;
    }

    /** Names of the cues that begin at word {@code at}. */
    Set<String> cuesAt(TaggedWords words, int at) {
        Set<String> found = new LinkedHashSet<>();
        match(byFirstWord.get(words.word(at)), words, at, found);
        for (String wordClass : words.classesAt(at)) {
            match(byFirstClass.get(wordClass), words, at, found);
        }
        if (words.isName(at)) {
            match(byFirstClass.get(NAME), words, at, found);
        }
        match(anywhere, words, at, found);
        return found;
    }

    private static void match(@Nullable List<Cue> cues, TaggedWords words, int at, Set<String> found) {
        if (cues == null) {
            return;
        }
        for (Cue cue : cues) {
            if (!found.contains(cue.name()) && cue.pattern().matches(words, at)) {
                found.add(cue.name());
            }
        }
    }
}
