package org.sellmeapen.roleplay;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The person's own words for something, short enough to be said back to them. */
final class Quote {

    private static final int LONG = 9;
    private static final int BEFORE = 2;
    private static final int LEAST = 2;
    private static final Pattern PARTS = Pattern.compile("[;:–—()]+|(?<!\\d),|,(?!\\d)");
    private static final Pattern EDGES = Pattern.compile("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}%€$£]+$|[\"“”]");

    private Quote() {}

    /** @param step a step of the pitch of which the sentence speaks */
    static String of(String sentence, String step, ScriptIndex index) {
        PersonSigns known = index.pack().personSigns();
        Predicate<String> speaksOf = text -> index.find(ScriptIndex.About.STEP, Words.of(text)).keySet().stream()
                .anyMatch(target -> target.id().equals(step));
        List<String> parts = PARTS.splitAsStream(sentence).toList();
        List<String> clauses =
                parts.stream().flatMap(part -> known.clauses(part).stream()).toList();
        String best = Stream.of(clauses, parts, List.of(sentence))
                .flatMap(cut -> cut.stream()
                        .map(part -> tidy(part, known))
                        .filter(part -> Words.of(part).count() >= LEAST && speaksOf.test(part))
                        .reduce((one, other) -> better(one, other) ? one : other)
                        .stream())
                .findFirst()
                .orElse(tidy(sentence, known));
        return Words.of(best).count() <= LONG ? best : tidy(around(best, speaksOf), known);
    }

    /** The longest that is short enough, otherwise the shortest. */
    private static boolean better(String one, String other) {
        int first = Words.of(one).count();
        int second = Words.of(other).count();
        if ((first <= LONG) != (second <= LONG)) {
            return first <= LONG;
        }
        return first <= LONG ? first >= second : first <= second;
    }

    /** The words that speak of it, with a few before them. */
    private static String around(String text, Predicate<String> speaksOf) {
        List<String> words = List.of(text.split("\\s+"));
        int to = 1;
        while (to < words.size() && !speaksOf.test(String.join(" ", words.subList(0, to)))) {
            to++;
        }
        int from = to - 1;
        while (from > 0 && !speaksOf.test(String.join(" ", words.subList(from, to)))) {
            from--;
        }
        return String.join(" ", words.subList(Math.max(0, from - BEFORE), to));
    }

    private static String tidy(String part, PersonSigns known) {
        return known.withoutLeads(EDGES.matcher(part.strip()).replaceAll("").strip());
    }
}
