package org.sellmeapen.roleplay;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sellmeapen.scenarios.HiddenFact;

/**
 * What was not earned, and how one notices that it is told: by its figures, its names, its keywords, several of its words in
 * a row, or many of them in one sentence. What an open sentence says as well gives nothing away. A paraphrase without any of
 * its words is not noticed, and in another language than the scenario's that is all but its figures and names, as that
 * language or its script spells them, and the {@link Traces}. The prompt that only words an answer holds nothing to
 * paraphrase; that of {@link Interpreting} holds what is nearest of what a question could earn now.
 */
final class Secrets {

    private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,]\\d+)*");
    static final List<String> NUMBER_WORDS = List.of(
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
            "twenty",
            "thirty",
            "forty",
            "fifty",
            "sixty",
            "seventy",
            "eighty",
            "ninety",
            "hundred",
            "thousand",
            "million",
            "dozen");

    private static final double HALF = 0.5;
    /** Fewer words in common are chance. */
    private static final int COMMON = 3;

    private static final int SHORT_NAME = 3;
    private static final String NO_NAME = "[^\\p{L}'’-]+";

    /** Shorter sentences than this are anybody's. */
    private static final int WHOLE = 4;

    /** @param sentences content words of each clause of it */
    private record Marks(
            Set<String> numbers, Set<String> names, List<List<String>> phrases, List<Set<String>> sentences) {}

    private final Set<String> stop;
    private final List<Marks> marks = new ArrayList<>();
    private final List<Set<String>> openSentences;
    private final List<String> openStems;
    private final Set<List<String>> runs = new HashSet<>();
    /** Whole ones, though each of their words may be said of anything. */
    private final Set<List<String>> sentences = new HashSet<>();

    private final String language;

    /** Of words in the scenario's own language. */
    Secrets(Confines confines) {
        this(confines, "en");
    }

    /** @param language that is spoken */
    Secrets(Confines confines, String language) {
        this.language = language;
        stop = confines.pack().stop();
        List<String> open = clauses(List.of(confines.open().split("\n")));
        openSentences = open.stream().map(one -> Words.of(one).content(stop)).toList();
        openStems = Words.of(confines.open()).stems();
        Set<String> openWords = new HashSet<>(openStems);
        Set<String> openNumbers = numbers(confines.open());
        openNumbers.addAll(NumberWords.in(confines.open(), "en"));
        Set<List<String>> openRuns = new HashSet<>();
        List.of(confines.open().split("\n")).forEach(line -> openRuns.addAll(runs(line)));
        for (HiddenFact fact : confines.undisclosed()) {
            List<String> told =
                    Stream.concat(fact.lines().stream(), Stream.of(fact.gist())).toList();
            told.forEach(line -> runs.addAll(runs(line)));
            told.forEach(line -> sentences.addAll(sentences(line)));
            marks.add(marks(fact, told, openWords, openNumbers));
        }
        runs.removeAll(openRuns);
        sentences.removeIf(sentence -> Collections.indexOfSubList(openStems, sentence) >= 0);
    }

    private Marks marks(HiddenFact fact, List<String> told, Set<String> openWords, Set<String> openNumbers) {
        Set<String> numbers = numbers(String.join(" ", told) + " " + String.join(" ", fact.figures()));
        numbers.addAll(NumberWords.in(String.join("\n", told), "en"));
        numbers.removeAll(openNumbers);
        Set<String> names = new HashSet<>();
        for (String sentence :
                told.stream().flatMap(line -> Words.sentences(line).stream()).toList()) {
            String[] words = sentence.split(NO_NAME);
            for (int k = 1; k < words.length; k++) {
                String stem = Words.stem(words[k]);
                boolean name = words[k].length() >= SHORT_NAME && Character.isUpperCase(words[k].charAt(0));
                if (name && !words[k].matches("I['’].*") && !openWords.contains(stem)) {
                    names.add(stem);
                }
            }
        }
        List<List<String>> phrases = Stream.concat(
                        fact.keywords().stream()
                                .map(phrase -> Words.of(phrase.startsWith("^") ? phrase.substring(1) : phrase)
                                        .stems())
                                .filter(phrase -> !openWords.containsAll(phrase)),
                        fact.figures().stream()
                                .map(figure -> Words.of(figure).stems())
                                .filter(figure -> Collections.indexOfSubList(openStems, figure) < 0))
                .filter(phrase -> phrase.size() > 1)
                .toList();
        List<Set<String>> sentences = clauses(told).stream()
                .map(one -> Words.of(one).content(stop))
                .filter(one -> one.size() >= 2)
                .toList();
        return new Marks(numbers, names, phrases, sentences);
    }

    boolean told(String text) {
        List<String> stems = Words.of(text).stems();
        // A short name may be an everyday word of another language; only its capital tells them apart.
        Set<String> said = Arrays.stream(text.split(NO_NAME))
                .filter(word ->
                        word.length() > SHORT_NAME || (!word.isEmpty() && Character.isUpperCase(word.charAt(0))))
                .map(Words::stem)
                .collect(Collectors.toSet());
        List<String> foreign = Sounds.words(text).stream()
                .filter(word -> !Sounds.isLatin(word))
                .toList();
        Set<String> figures = numbers(text);
        figures.addAll(NumberWords.in(text, language));
        for (Marks secret : marks) {
            if (secret.numbers().stream().anyMatch(figures::contains)
                    || secret.names().stream().anyMatch(name -> said.contains(name) || isSpelt(name, foreign))
                    || secret.phrases().stream().anyMatch(phrase -> Collections.indexOfSubList(stems, phrase) >= 0)) {
                return true;
            }
        }
        return runs(text).stream().anyMatch(runs::contains)
                || sentences.stream().anyMatch(sentence -> Collections.indexOfSubList(stems, sentence) >= 0)
                || clauses(List.of(text)).stream().anyMatch(this::alike);
    }

    private static boolean isSpelt(String name, List<String> foreign) {
        return foreign.stream().anyMatch(word -> Sounds.sameName(name, word));
    }

    /** Much of a clause stands in one clause of a secret, and in none that is open. */
    private boolean alike(String clause) {
        Set<String> said = Words.of(clause).content(stop);
        int best = 0;
        for (Marks secret : marks) {
            for (Set<String> sentence : secret.sentences()) {
                int common = common(said, sentence);
                boolean all = common >= 2 && common == sentence.size();
                boolean much = common >= COMMON && common >= HALF * Math.min(said.size(), sentence.size());
                if (all || much) {
                    best = Math.max(best, common);
                }
            }
        }
        int most = best;
        return best > 0 && openSentences.stream().noneMatch(open -> common(said, open) >= most);
    }

    private static int common(Set<String> one, Set<String> other) {
        int common = 0;
        for (String stem : one) {
            common += other.contains(stem) ? 1 : 0;
        }
        return common;
    }

    private static List<String> clauses(Collection<String> texts) {
        return texts.stream()
                .flatMap(text -> Stream.of(text.split("(?<=[.!?…;:,])\\s+")))
                .filter(one -> !one.isBlank())
                .toList();
    }

    /** Three words in a row of which two mean something, and four of which one does. */
    private Set<List<String>> runs(String text) {
        List<String> stems = Words.of(text).stems();
        Set<List<String>> found = new HashSet<>();
        for (int k = 0; k + 3 <= stems.size(); k++) {
            List<String> three = List.copyOf(stems.subList(k, k + 3));
            if (meaning(three) >= 2) {
                found.add(three);
            }
            if (k + 4 <= stems.size() && meaning(stems.subList(k, k + 4)) >= 1) {
                found.add(List.copyOf(stems.subList(k, k + 4)));
            }
        }
        return found;
    }

    private static List<List<String>> sentences(String line) {
        return Words.sentences(line).stream()
                .map(sentence -> Words.of(sentence).stems())
                .filter(stems -> stems.size() >= WHOLE)
                .toList();
    }

    private long meaning(List<String> stems) {
        return stems.stream().filter(stem -> !stop.contains(stem)).count();
    }

    /** Figures of a text, in digits or as the words for them; one, two and three are said of anything. */
    static Set<String> numbers(String text) {
        Set<String> found = new HashSet<>();
        Matcher matcher = NUMBER.matcher(inOurDigits(text));
        while (matcher.find()) {
            String digits = matcher.group().replaceAll("[.,](?=\\d{3}(?!\\d))", "");
            if (!Set.of("0", "1", "2", "3").contains(digits)) {
                found.add(digits);
                word(digits).ifPresent(found::add);
            }
        }
        for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+")) {
            if (NUMBER_WORDS.contains(word)) {
                found.add(word);
                digits(word).ifPresent(found::add);
            }
        }
        return found;
    }

    /** Arabic, Hindi and wide digits are figures too. */
    static String inOurDigits(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints().forEach(c -> plain.appendCodePoint(Character.isDigit(c) ? '0' + Character.digit(c, 10) : c));
        return plain.toString();
    }

    private static Optional<String> word(String digits) {
        if (!digits.matches("\\d{1,2}")) {
            return Optional.empty();
        }
        int value = Integer.parseInt(digits);
        return value >= 4 && value <= 20
                ? Optional.of(NUMBER_WORDS.get(value - 4))
                : value % 10 == 0 && value > 20 ? Optional.of(NUMBER_WORDS.get(16 + value / 10 - 2)) : Optional.empty();
    }

    static Optional<String> digits(String word) {
        int k = NUMBER_WORDS.indexOf(word);
        return k <= 16
                ? Optional.of(String.valueOf(k + 4))
                : k <= 23 ? Optional.of(String.valueOf((k - 16 + 2) * 10)) : Optional.empty();
    }
}
