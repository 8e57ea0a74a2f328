package org.sellmeapen.evals.levels;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A person's rough ear: a few word lists, no grammar, now and then wrong. */
final class Ears {

    private static final Pattern NAY = Pattern.compile("(?i)\\b(no|not|too|\\w+n't|cannot)\\b");

    private final Map<Sense, Pattern> lists;
    private final List<Pattern> concepts;
    private final Map<String, Fact> facts = new ConcurrentHashMap<>();

    /** What a seller has in mind about a fact of the briefing; the same in every game. */
    record Fact(long concepts, Map<Sense, Integer> senses) {}

    private Ears(Map<Sense, Pattern> lists, List<Pattern> concepts) {
        this.lists = lists;
        this.concepts = concepts;
    }

    static Ears of(JsonNode file) {
        Map<Sense, Pattern> lists = new EnumMap<>(Sense.class);
        for (Sense sense : Sense.values()) {
            lists.put(sense, anyOf(file.path(sense.key())));
        }
        return new Ears(
                lists, file.path("concepts").valueStream().map(Ears::anyOf).toList());
    }

    private static Pattern anyOf(JsonNode phrases) {
        if (phrases.isEmpty()) {
            throw new IllegalArgumentException("a list in ears.yaml is empty or absent");
        }
        String any = phrases.valueStream()
                .map(phrase -> Pattern.quote(phrase.asString()).replace("*", "\\E\\w*\\Q"))
                .collect(Collectors.joining("|"));
        return Pattern.compile("(?i)(?<![\\w'])(?:" + any + ")(?![\\w'])");
    }

    /**
     * @param answering whether the seller had just asked something, so that a "no" may be plain information
     * @param money the currency of the place
     */
    Heard listen(@Nullable String said, boolean answering, String money) {
        String text = plain(said == null ? "" : said);
        Set<Sense> senses = EnumSet.noneOf(Sense.class);
        lists.forEach((sense, list) -> {
            if (list.matcher(text).find()) {
                senses.add(sense);
            }
        });
        boolean asks = text.contains("?");
        boolean objects = Sense.OBJECTIONS.stream().anyMatch(senses::contains)
                && (!answering || NAY.matcher(text).find());
        return new Heard(text, senses, asks, objects, Echo.clauses(text), Echo.bits(text), Quantity.in(text, money));
    }

    Fact fact(String text) {
        return facts.computeIfAbsent(text, _ -> {
            Map<Sense, Integer> senses = new EnumMap<>(Sense.class);
            lists.forEach((sense, list) ->
                    senses.put(sense, (int) list.matcher(plain(text)).results().count()));
            return new Fact(concepts(text), senses);
        });
    }

    /** Which circles of thought a text touches, as a set of bits. */
    long concepts(String text) {
        long touched = 0;
        for (int k = 0; k < concepts.size(); k++) {
            if (concepts.get(k).matcher(text).find()) {
                touched |= 1L << k;
            }
        }
        return touched;
    }

    private static String plain(String text) {
        return text.replace('\u2019', '\'').replace('\u2018', '\'').strip();
    }
}
