package org.sellmeapen.speech;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Sentences in which somebody put the fillers into brackets. */
record LabelledFillers(String text, Set<Integer> fillers) {

    private static final Set<String> SOUNDS = Set.of("um", "uh", "er", "erm");

    /** How often the lexicon was right, over the sounds (um, uh) or over the words that depend on their place. */
    record Agreement(int right, int wrong, int missed, List<String> mistakes) {

        double precision() {
            return right + wrong == 0 ? 1 : (double) right / (right + wrong);
        }

        double recall() {
            return right + missed == 0 ? 1 : (double) right / (right + missed);
        }

        double f1() {
            return 2.0 * right / (2 * right + wrong + missed);
        }
    }

    static List<LabelledFillers> read(String file) {
        try {
            return Files.readAllLines(root().resolve("evals/speech/languages").resolve(file)).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(LabelledFillers::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path root() {
        Path at = Path.of("").toAbsolutePath();
        while (at != null && !Files.exists(at.resolve("evals/speech"))) {
            at = at.getParent();
        }
        if (at == null) {
            throw new IllegalStateException("Run this inside the repository.");
        }
        return at;
    }

    /** The recordings with known truth, which are no part of the repository. */
    static Optional<Path> sharedSpeech() {
        String place = System.getProperty("SELLMEAPEN_SHARED", System.getenv("SELLMEAPEN_SHARED"));
        return List.of(place == null ? root().resolve("../shared") : Path.of(place), root().resolve("../../shared"))
                .stream()
                .map(folder -> folder.resolve("data/speech"))
                .filter(Files::isDirectory)
                .findFirst();
    }

    private static LabelledFillers of(String line) {
        StringBuilder text = new StringBuilder();
        Set<Integer> fillers = new HashSet<>();
        for (char c : line.toCharArray()) {
            if (c == '[') {
                fillers.add(text.length());
            } else if (c != ']') {
                text.append(c);
            }
        }
        return new LabelledFillers(text.toString(), fillers);
    }

    /** As a recogniser without punctuation would write it. */
    LabelledFillers bare() {
        StringBuilder bare = new StringBuilder();
        Set<Integer> moved = new HashSet<>();
        for (int i = 0; i < text.length(); i++) {
            if (fillers.contains(i)) {
                moved.add(bare.length());
            }
            if (",.?!;。，、？！،؟।؛¿¡".indexOf(text.charAt(i)) < 0) {
                bare.append(Character.toLowerCase(text.charAt(i)));
            }
        }
        return new LabelledFillers(bare.toString(), moved);
    }

    /** Everything that counts, of a language where nobody tells sounds from words. */
    static Agreement all(List<LabelledFillers> sentences, Lexicon lexicon) {
        return agreement(sentences, lexicon, word -> true);
    }

    static Agreement sounds(List<LabelledFillers> sentences, Lexicon lexicon) {
        return agreement(sentences, lexicon, SOUNDS::contains);
    }

    static Agreement words(List<LabelledFillers> sentences, Lexicon lexicon) {
        return agreement(sentences, lexicon, word -> !SOUNDS.contains(word));
    }

    private static Agreement agreement(List<LabelledFillers> sentences, Lexicon lexicon, Predicate<String> counts) {
        int right = 0;
        int wrong = 0;
        int missed = 0;
        List<String> mistakes = new ArrayList<>();
        for (LabelledFillers sentence : sentences) {
            Set<Integer> left = new HashSet<>(sentence.fillers);
            for (Lexicon.Mention mention : lexicon.fillers(sentence.text)) {
                boolean labelled = left.remove(mention.from());
                if (!counts.test(mention.word())) {
                    continue;
                }
                if (labelled) {
                    right++;
                } else {
                    wrong++;
                    mistakes.add("not a filler: \"" + mention.word() + "\" in: " + sentence.text);
                }
            }
            for (int from : left) {
                String rest = sentence.text.substring(from).toLowerCase(java.util.Locale.ROOT);
                boolean sound = rest.matches("(?s)(u+h*m+|u+h+|e+r+m*)\\b.*");
                if (counts.test(sound ? "um" : "like")) {
                    missed++;
                    mistakes.add("missed at " + from + " in: " + sentence.text);
                }
            }
        }
        return new Agreement(right, wrong, missed, mistakes);
    }
}
