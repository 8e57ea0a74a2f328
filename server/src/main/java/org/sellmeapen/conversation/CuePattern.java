package org.sellmeapen.conversation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A phrase of the language pack, such as {@code ^ (tell|show) me **}. Elements: a word; {@code (a|b)} one of several;
 * {@code <class>} a word of a class; {@code *} any word; {@code **} up to four words; {@code ^} and {@code $} the start and
 * end of a clause; a closing {@code ?} on a word, choice or class makes it optional.
 */
final class CuePattern {

    private static final int GAP = 4;
    private static final Pattern PART = Pattern.compile("\\([^)]*\\)\\??|\\S+");

    private sealed interface Element {
        record Start() implements Element {}

        record End() implements Element {}

        record Gap() implements Element {}

        record OneOf(@Nullable Set<String> words, @Nullable String wordClass, boolean optional) implements Element {}
    }

    private final List<Element> elements = new ArrayList<>();

    private CuePattern(List<String> parts) {
        for (String part : parts) {
            switch (part) {
                case "^" -> elements.add(new Element.Start());
                case "$" -> elements.add(new Element.End());
                case "**" -> elements.add(new Element.Gap());
                case "*" -> elements.add(new Element.OneOf(null, null, false));
                default -> word(part);
            }
        }
    }

    /** A phrase is several patterns where a choice holds more than single words. */
    static List<CuePattern> of(String phrase) {
        List<List<String>> lines = new ArrayList<>(List.of(List.of()));
        Matcher parts = PART.matcher(phrase);
        while (parts.find()) {
            List<List<String>> longer = new ArrayList<>();
            for (List<String> line : lines) {
                for (List<String> way : ways(parts.group())) {
                    longer.add(Stream.concat(line.stream(), way.stream()).toList());
                }
            }
            lines = longer;
        }
        return lines.stream().map(CuePattern::new).toList();
    }

    private static List<List<String>> ways(String part) {
        boolean simple = !part.startsWith("(") || !part.contains(" ") && !part.contains("<");
        if (simple) {
            return List.of(List.of(part));
        }
        boolean optional = part.endsWith("?");
        String[] choices = part.substring(1, part.length() - (optional ? 2 : 1)).split("\\|");
        List<List<String>> ways = new ArrayList<>();
        String words = Arrays.stream(choices)
                .filter(choice -> !choice.contains(" ") && !choice.startsWith("<"))
                .collect(Collectors.joining("|"));
        if (!words.isEmpty()) {
            ways.add(List.of("(" + words + ")" + (optional ? "?" : "")));
        } else if (optional) {
            ways.add(List.of());
        }
        for (String choice : choices) {
            if (choice.contains(" ") || choice.startsWith("<")) {
                ways.add(List.of(choice.split(" ")));
            }
        }
        return ways;
    }

    private void word(String part) {
        boolean optional = part.length() > 1 && part.endsWith("?");
        String body = optional ? part.substring(0, part.length() - 1) : part;
        if (body.startsWith("<")) {
            elements.add(new Element.OneOf(null, body.substring(1, body.length() - 1), optional));
        } else if (body.startsWith("(")) {
            elements.add(new Element.OneOf(
                    Set.copyOf(
                            Arrays.asList(body.substring(1, body.length() - 1).split("\\|"))),
                    null,
                    optional));
        } else {
            elements.add(new Element.OneOf(Set.of(body), null, optional));
        }
    }

    /** The word class every match starts with, or null when it need not start with one. */
    @Nullable
    String firstClass() {
        for (Element element : elements) {
            if (element instanceof Element.OneOf one) {
                return one.optional() ? null : one.wordClass();
            }
            if (element instanceof Element.Gap) {
                return null;
            }
        }
        return null;
    }

    /** Words one of which every match starts with, or null when any word may start it. */
    @Nullable
    Set<String> firstWords() {
        for (Element element : elements) {
            if (element instanceof Element.OneOf one) {
                return one.optional() ? null : one.words();
            }
            if (element instanceof Element.Gap) {
                return null;
            }
        }
        return null;
    }

    boolean matches(TaggedWords words, int at) {
        return matches(words, at, 0);
    }

    private boolean matches(TaggedWords words, int at, int element) {
        if (element == elements.size()) {
            return true;
        }
        return switch (elements.get(element)) {
            case Element.Start _ -> words.startsClause(at) && matches(words, at, element + 1);
            case Element.End _ -> words.endsClause(at) && matches(words, at, element + 1);
            case Element.Gap _ -> gap(words, at, element + 1);
            case Element.OneOf one ->
                at < words.size() && fits(one, words, at) && matches(words, at + 1, element + 1)
                        || one.optional() && matches(words, at, element + 1);
        };
    }

    private boolean gap(TaggedWords words, int at, int element) {
        for (int skip = 0; skip <= GAP && at + skip <= words.size(); skip++) {
            if (matches(words, at + skip, element)) {
                return true;
            }
        }
        return false;
    }

    private static boolean fits(Element.OneOf one, TaggedWords words, int at) {
        if (one.wordClass() != null) {
            return words.isA(at, one.wordClass());
        }
        return one.words() == null || one.words().contains(words.word(at));
    }
}
