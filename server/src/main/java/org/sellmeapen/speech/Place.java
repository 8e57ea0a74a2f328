package org.sellmeapen.speech;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where a phrase stands, as a language pack writes it: {@code , _ ,} or {@code <be> _ <degree>}. */
final class Place {

    private static final String PHRASE = "_";
    private static final String FIGURE = "#";

    private sealed interface Element {
        record Edge() implements Element {}

        record Mark() implements Element {}

        record OneOf(Set<String> words) implements Element {}

        record Any() implements Element {}

        record Maybe(Element element) implements Element {}
    }

    /** Read outwards from the phrase. */
    private final List<Element> before;

    private final List<Element> after;

    private Place(List<Element> before, List<Element> after) {
        this.before = before;
        this.after = after;
    }

    static Place of(String text, Map<String, List<String>> classes) {
        List<String> parts = Arrays.asList(text.strip().split("\\s+"));
        int phrase = parts.indexOf(PHRASE);
        if (phrase < 0 || parts.lastIndexOf(PHRASE) != phrase) {
            throw new IllegalArgumentException("\"" + text + "\" must hold _ once");
        }
        List<Element> before = new ArrayList<>();
        for (int i = phrase - 1; i >= 0; i--) {
            before.add(element(parts.get(i), classes));
        }
        List<Element> after = new ArrayList<>();
        for (int i = phrase + 1; i < parts.size(); i++) {
            after.add(element(parts.get(i), classes));
        }
        return new Place(before, after);
    }

    private static Element element(String part, Map<String, List<String>> classes) {
        if (part.length() > 1 && part.endsWith("?")) {
            return new Element.Maybe(element(part.substring(0, part.length() - 1), classes));
        }
        return switch (part) {
            case "^", "$" -> new Element.Edge();
            case Tokens.COMMA -> new Element.Mark();
            case "*" -> new Element.Any();
            default -> {
                String body = part.startsWith("(") ? part.substring(1, part.length() - 1) : part;
                Set<String> words = new HashSet<>();
                for (String choice : body.split("\\|")) {
                    words.addAll(choice.startsWith("<") ? wordsOf(choice, classes) : List.of(choice));
                }
                yield new Element.OneOf(words);
            }
        };
    }

    private static List<String> wordsOf(String choice, Map<String, List<String>> classes) {
        List<String> words = classes.get(choice.substring(1, choice.length() - 1));
        if (words == null) {
            throw new IllegalArgumentException(choice + " is no class of this language pack");
        }
        return words;
    }

    /** Whether the phrase that covers the tokens from {@code from} to before {@code to} stands in such a place. */
    boolean fits(List<Tokens.Token> tokens, int from, int to) {
        return fits(before, 0, tokens, from - 1, -1) && fits(after, 0, tokens, to, 1);
    }

    private static boolean fits(List<Element> elements, int element, List<Tokens.Token> tokens, int at, int step) {
        if (element == elements.size()) {
            return true;
        }
        boolean inside = at >= 0 && at < tokens.size();
        return switch (elements.get(element)) {
            case Element.Maybe maybe ->
                holds(maybe.element(), tokens, at) && fits(elements, element + 1, tokens, at + step, step)
                        || fits(elements, element + 1, tokens, at, step);
            case Element.Edge _ -> !inside || tokens.get(at).word().equals(Tokens.STOP);
            case Element other -> holds(other, tokens, at) && fits(elements, element + 1, tokens, at + step, step);
        };
    }

    private static boolean holds(Element element, List<Tokens.Token> tokens, int at) {
        if (at < 0 || at >= tokens.size()) {
            return false;
        }
        String word = tokens.get(at).word();
        return switch (element) {
            case Element.Mark _ -> word.equals(Tokens.COMMA);
            case Element.Any _ -> !tokens.get(at).isMark();
            case Element.OneOf one ->
                one.words().contains(word) || one.words().contains(FIGURE) && Character.isDigit(word.charAt(0));
            case Element.Edge _ -> word.equals(Tokens.STOP);
            case Element.Maybe maybe -> holds(maybe.element(), tokens, at);
        };
    }
}
