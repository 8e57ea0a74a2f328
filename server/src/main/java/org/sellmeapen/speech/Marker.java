package org.sellmeapen.speech;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Phrases that count in some places and are plain words in others. */
final class Marker {

    private static final String PLAIN_WORD = "word";

    /** Before a verdict: only where the text has no marks at all, as many recognisers write. */
    private static final String WITHOUT_MARKS = "bare_";

    private record Rule(boolean counts, boolean withoutMarks, List<Place> places) {}

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
                        !verdict.endsWith(PLAIN_WORD),
                        verdict.startsWith(WITHOUT_MARKS),
                        places.stream().map(place -> Place.of(place, classes)).toList())));
            }
        }
    }

    /**
     * How many tokens from {@code at} on are this marker and count; 0 for none.
     *
     * @param marked whether the text has any marks
     */
    int at(List<Tokens.Token> tokens, int at, boolean marked) {
        for (List<String> phrase : phrases) {
            if (stands(phrase, tokens, at) && counts(tokens, at, at + phrase.size(), marked)) {
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

    private boolean counts(List<Tokens.Token> tokens, int from, int to, boolean marked) {
        for (Rule rule : rules) {
            if (marked && rule.withoutMarks()) {
                continue;
            }
            if (rule.places().stream().anyMatch(place -> place.fits(tokens, from, to))) {
                return rule.counts();
            }
        }
        return otherwise;
    }
}
