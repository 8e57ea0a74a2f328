package org.sellmeapen.scoring.builtin;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A list of phrases, found in one pass over a turn. In a phrase {@code a|b} means either word, {@code cost*} any word
 * that begins so, {@code _} any word, {@code NUM} a number and {@code ^} the beginning of a sentence.
 */
final class Phrases {

    private static final int PREFIX = 2;

    private record Part(String word, Kind kind) {
        private enum Kind {
            EXACT,
            PREFIX,
            ANY,
            NUMBER
        }

        boolean fits(Token token, Numbers numbers) {
            return switch (kind) {
                case EXACT -> token.word().equals(word);
                case PREFIX -> token.word().startsWith(word);
                case ANY -> true;
                case NUMBER -> numbers.isNumber(token.word());
            };
        }
    }

    /** Some hundred thousand of them live as long as the house does, so they are lean. */
    private record Phrase(boolean first, Part[] parts) {}

    private final Map<String, List<Phrase>> byWord = new HashMap<>();
    private final Map<String, List<Phrase>> byPrefix = new HashMap<>();
    private final List<Phrase> others = new ArrayList<>();
    private final Numbers numbers;

    Phrases(Collection<String> texts, Numbers numbers) {
        this.numbers = numbers;
        texts.forEach(this::add);
    }

    boolean in(Sentence sentence) {
        return at(sentence) >= 0;
    }

    /** @return the token at which the first phrase begins, or -1 */
    int at(Sentence sentence) {
        List<Token> tokens = sentence.tokens();
        for (int k = 0; k < tokens.size(); k++) {
            if (begins(tokens, k)) {
                return k;
            }
        }
        return -1;
    }

    /** Whether the word alone is one of the phrases. */
    boolean isWord(String word) {
        return begins(List.of(new Token(word, 0, word.length(), false)), 0);
    }

    /** How many tokens of the sentence begin one of the phrases. */
    int count(Sentence sentence) {
        int count = 0;
        for (int k = 0; k < sentence.tokens().size(); k++) {
            count += begins(sentence.tokens(), k) ? 1 : 0;
        }
        return count;
    }

    private boolean begins(List<Token> tokens, int at) {
        String word = tokens.get(at).word();
        return fits(byWord.get(word), tokens, at)
                || word.length() >= PREFIX && fits(byPrefix.get(word.substring(0, PREFIX)), tokens, at)
                || fits(others, tokens, at);
    }

    private boolean fits(@org.jspecify.annotations.Nullable List<Phrase> phrases, List<Token> tokens, int at) {
        if (phrases == null) {
            return false;
        }
        for (Phrase phrase : phrases) {
            if (phrase.first && at > 0 || at + phrase.parts.length > tokens.size()) {
                continue;
            }
            boolean all = true;
            for (int k = 0; all && k < phrase.parts.length; k++) {
                all = phrase.parts[k].fits(tokens.get(at + k), numbers);
            }
            if (all) {
                return true;
            }
        }
        return false;
    }

    private void add(String text) {
        String[] words = text.strip().split("\\s+");
        boolean first = words[0].equals("^");
        List<List<Part>> sequences = new ArrayList<>(List.of(List.of()));
        for (int k = first ? 1 : 0; k < words.length; k++) {
            List<List<Part>> longer = new ArrayList<>();
            for (String word : words[k].split("\\|")) {
                List<Part> parts = parts(word);
                for (List<Part> sequence : sequences) {
                    List<Part> next = new ArrayList<>(sequence);
                    next.addAll(parts);
                    longer.add(next);
                }
            }
            sequences = longer;
        }
        sequences.forEach(parts -> index(new Phrase(first, parts.toArray(Part[]::new))));
    }

    private static List<Part> parts(String word) {
        if (word.equals("_")) {
            return List.of(new Part("", Part.Kind.ANY));
        }
        if (word.equals("NUM")) {
            return List.of(new Part("", Part.Kind.NUMBER));
        }
        boolean prefix = word.endsWith("*");
        List<Token> tokens = Words.of(word);
        List<Part> parts = new ArrayList<>();
        for (int k = 0; k < tokens.size(); k++) {
            boolean last = prefix && k == tokens.size() - 1;
            parts.add(new Part(tokens.get(k).word(), last ? Part.Kind.PREFIX : Part.Kind.EXACT));
        }
        return parts;
    }

    private void index(Phrase phrase) {
        if (phrase.parts.length == 0) {
            return;
        }
        Part head = phrase.parts[0];
        if (head.kind == Part.Kind.EXACT) {
            byWord.computeIfAbsent(head.word, _ -> new ArrayList<>()).add(phrase);
        } else if (head.kind == Part.Kind.PREFIX && head.word.length() >= PREFIX) {
            byPrefix.computeIfAbsent(head.word.substring(0, PREFIX), _ -> new ArrayList<>())
                    .add(phrase);
        } else {
            others.add(phrase);
        }
    }
}
