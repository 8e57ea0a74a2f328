package org.sellmeapen.roleplay;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.kernel.ShippedContent;

/** {@code content/roleplay/guard.yaml}. */
final class GuardLists {

    record File(
            Map<String, List<String>> leavesRole,
            Map<String, List<String>> coaches,
            Map<String, List<String>> commits,
            Map<String, List<String>> folds,
            Map<String, List<String>> smallWords,
            Map<String, String> letters,
            Map<String, String> pardon,
            Map<String, String> greeting,
            Map<String, List<String>> numberWords,
            Map<String, List<String>> asks,
            Map<String, List<String>> courtesies) {}

    /** With its mark. The Greek question mark looks like a semicolon. */
    private static final Pattern SENTENCE = Pattern.compile("[^.!?？؟。！;\u037e…]+[.!?？؟。！;\u037e…]*");

    private static final class Shipped {
        static final GuardLists LISTS = new GuardLists(ShippedContent.read("roleplay/guard.yaml", File.class));
    }

    /** One list in all its languages. */
    record Phrases(Map<String, List<Pattern>> byLanguage) {

        static Phrases of(Map<String, List<String>> lists) {
            Map<String, List<Pattern>> patterns = new HashMap<>();
            lists.forEach((language, list) -> patterns.put(
                    language,
                    list.stream()
                            .map(one -> Pattern.compile(one, Pattern.UNICODE_CHARACTER_CLASS))
                            .toList()));
            return new Phrases(patterns);
        }

        /** In that language, in English, which models fall back into, or in any. */
        boolean in(String text, String language) {
            return Stream.of("any", "en", language)
                    .distinct()
                    .flatMap(one -> byLanguage.getOrDefault(one, List.of()).stream())
                    .anyMatch(pattern -> pattern.matcher(text).find());
        }
    }

    final Phrases leavesRole;
    final Phrases coaches;
    final Phrases commits;
    final Phrases folds;
    private final Map<String, Set<String>> smallWords;
    private final Map<String, Pattern> letters;
    private final Map<String, String> pardon;
    private final Map<String, String> greeting;
    private final Map<String, List<String>> numberWords;
    private final Phrases asks;
    private final Phrases courtesies;

    private GuardLists(File file) {
        leavesRole = Phrases.of(file.leavesRole());
        coaches = Phrases.of(file.coaches());
        commits = Phrases.of(file.commits());
        folds = Phrases.of(file.folds());
        smallWords = file.smallWords().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> new HashSet<>(entry.getValue())));
        letters = file.letters().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> Pattern.compile(entry.getValue())));
        pardon = file.pardon();
        greeting = file.greeting();
        numberWords = file.numberWords();
        asks = Phrases.of(file.asks());
        courtesies = Phrases.of(file.courtesies());
    }

    static GuardLists shipped() {
        return Shipped.LISTS;
    }

    static String primary(String language) {
        return language.split("-", 2)[0].toLowerCase(Locale.ROOT);
    }

    Set<String> languages() {
        return pardon.keySet();
    }

    @Nullable
    String pardon(String language) {
        return pardon.get(primary(language));
    }

    /** Whether it is the asking to say it again, in any language. */
    boolean isPardon(String words) {
        return pardon.containsValue(words);
    }

    @Nullable
    String greeting(String language) {
        return greeting.get(primary(language));
    }

    /** Four to twenty, the tens, hundred and thousand; empty for one that is an everyday word as well. */
    List<String> numberWords(String language) {
        return numberWords.getOrDefault(primary(language), List.of());
    }

    /** Something is asked, and more than how one is or whether one has a minute. */
    boolean asks(String text, String language) {
        return SENTENCE.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .anyMatch(sentence ->
                        asks.in(sentence, primary(language)) && !courtesies.in(sentence, primary(language)));
    }

    /** Plainly another language; a few words tell nothing. */
    boolean isForeign(String text, String language) {
        String tongue = primary(language);
        long all = text.chars().filter(Character::isLetter).count();
        Pattern own = letters.get(tongue);
        if (own != null) {
            return all >= 6 && own.matcher(text).results().count() * 2 < all;
        }
        for (Pattern other : letters.values()) {
            if (other.matcher(text).results().count() * 3 > all && all >= 4) {
                return true;
            }
        }
        Set<String> words =
                Stream.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+")).collect(Collectors.toSet());
        long mine = hits(words, tongue);
        return smallWords.keySet().stream()
                .filter(one -> !one.equals(tongue))
                .anyMatch(one -> hits(words, one) >= Math.max(3, 2 * mine + 1));
    }

    private long hits(Set<String> words, String language) {
        Set<String> small = smallWords.getOrDefault(language, Set.of());
        return words.stream().filter(small::contains).count();
    }
}
