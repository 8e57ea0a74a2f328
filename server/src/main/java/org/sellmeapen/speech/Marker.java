package org.sellmeapen.speech;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Phrases that count in some places and are plain words in others. */
final class Marker {

    private static final String PLAIN_WORD = "word";

    private record Rule(boolean counts, List<Place> places) {}

    private final List<List<String>> phrases;
    private final List<Rule> rules = new ArrayList<>();
    private final boolean otherwise;

    Marker(SpeechPack.MarkerText text, Map<String, List<String>> classes, Writing writing) {
        phrases = Arrays.stream(text.phrase().split("\\|"))
                .map(phrase -> Tokens.of(phrase.strip(), writing).stream()
                        .map(Tokens.Token::word)
                        .toList())
                .sorted(Comparator.comparingInt((List<String> phrase) -> phrase.size())
                        .reversed())
                .toList();
        otherwise = !text.otherwise().equals(PLAIN_WORD);
        if (text.rules() != null) {
            for (Map<String, List<String>> rule : text.rules()) {
                rule.forEach((verdict, places) -> rules.add(new Rule(
                        !verdict.equals(PLAIN_WORD),
                        places.stream().map(place -> Place.of(place, classes)).toList())));
            }
        }
    }

    /** How many tokens from {@code at} on are this marker and count; 0 for none. */
    int at(List<Tokens.Token> tokens, int at) {
        for (List<String> phrase : phrases) {
            if (stands(phrase, tokens, at) && counts(tokens, at, at + phrase.size())) {
                return phrase.size();
            }
        }
        return 0;
    }

    private static boolean stands(List<String> phrase, List<Tokens.Token> tokens, int at) {
        if (at + phrase.size() > tokens.size()) {
            return false;
        }
        for (int i = 0; i < phrase.size(); i++) {
            if (!tokens.get(at + i).word().equals(phrase.get(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean counts(List<Tokens.Token> tokens, int from, int to) {
        for (Rule rule : rules) {
            if (rule.places().stream().anyMatch(place -> place.fits(tokens, from, to))) {
                return rule.counts();
            }
        }
        return otherwise;
    }
}
