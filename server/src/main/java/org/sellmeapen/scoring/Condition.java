package org.sellmeapen.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * One line of a rubric's rule, such as {@code supports >= 2 and contradicts == 0}. Terms are counts and numbers joined
 * by {@code +}; comparisons are joined by {@code and}, which binds closer than {@code or}. Nothing else exists, so that
 * an author can read every rule aloud.
 */
final class Condition {

    /** What a rule may speak of. */
    static final Set<String> NAMES = Set.of("supports", "half", "contradicts", "chance_missed", "occasion", "measured");

    private static final Set<String> COMPARISONS = Set.of(">=", "<=", ">", "<", "==");

    private sealed interface Term {
        record Name(String name) implements Term {}

        record Number(double value) implements Term {}
    }

    private record Comparison(List<Term> left, String sign, List<Term> right) {
        boolean holds(Map<String, Double> counts) {
            double a = sum(left, counts);
            double b = sum(right, counts);
            return switch (sign) {
                case ">=" -> a >= b;
                case "<=" -> a <= b;
                case ">" -> a > b;
                case "<" -> a < b;
                default -> a == b;
            };
        }

        private static double sum(List<Term> terms, Map<String, Double> counts) {
            double sum = 0;
            for (Term term : terms) {
                sum += switch (term) {
                    case Term.Name name -> counts.getOrDefault(name.name(), Double.NaN);
                    case Term.Number number -> number.value();
                };
            }
            return sum;
        }
    }

    private final String text;
    private final List<List<Comparison>> anyOfAll;

    private Condition(String text, List<List<Comparison>> anyOfAll) {
        this.text = text;
        this.anyOfAll = anyOfAll;
    }

    /** @throws IllegalArgumentException with a sentence for the rubric's author */
    static Condition parse(String text) {
        List<List<Comparison>> any = new ArrayList<>();
        for (String alternative : text.toLowerCase(Locale.ROOT).split("\\bor\\b", -1)) {
            List<Comparison> all = new ArrayList<>();
            for (String part : alternative.split("\\band\\b", -1)) {
                all.add(comparison(part.strip(), text));
            }
            any.add(all);
        }
        return new Condition(text, any);
    }

    /** A count that is not there (no measured value) makes every comparison with it false. */
    boolean holds(Map<String, Double> counts) {
        return anyOfAll.stream().anyMatch(all -> all.stream().allMatch(one -> one.holds(counts)));
    }

    private static Comparison comparison(String part, String whole) {
        String[] words = part.replaceAll("(>=|<=|==|>|<|\\+)", " $1 ").strip().split("\\s+");
        int sign = -1;
        for (int k = 0; k < words.length; k++) {
            if (COMPARISONS.contains(words[k])) {
                if (sign >= 0) {
                    throw broken(whole, "\"" + part + "\" compares twice; join two comparisons with 'and'");
                }
                sign = k;
            }
        }
        if (sign < 0) {
            throw broken(whole, "\"" + part + "\" compares nothing; write for example 'supports >= 2'");
        }
        return new Comparison(terms(words, 0, sign, whole), words[sign], terms(words, sign + 1, words.length, whole));
    }

    private static List<Term> terms(String[] words, int from, int to, String whole) {
        List<Term> terms = new ArrayList<>();
        for (int k = from; k < to; k++) {
            boolean plusExpected = (k - from) % 2 == 1;
            if (plusExpected != "+".equals(words[k])) {
                throw broken(whole, "\"" + words[k] + "\" is out of place; terms are joined by '+'");
            }
            if (!plusExpected) {
                terms.add(term(words[k], whole));
            }
        }
        if (terms.isEmpty() || (to - from) % 2 == 0) {
            throw broken(whole, "a term is missing");
        }
        return terms;
    }

    private static Term term(String word, String whole) {
        if (NAMES.contains(word)) {
            return new Term.Name(word);
        }
        try {
            return new Term.Number(Double.parseDouble(word));
        } catch (NumberFormatException _) {
            throw broken(
                    whole,
                    "\"" + word + "\" is neither a number nor one of "
                            + NAMES.stream().sorted().toList());
        }
    }

    private static IllegalArgumentException broken(String whole, String what) {
        return new IllegalArgumentException("In the rule line \"" + whole + "\": " + what + ".");
    }

    @Override
    public String toString() {
        return text;
    }
}
