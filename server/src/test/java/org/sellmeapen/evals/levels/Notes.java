package org.sellmeapen.evals.levels;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a seller remembers of the talk so far, and which fact of the briefing he would reach for. */
final class Notes {

    /** Which of the buyer's words a line goes back to. */
    enum Focus {
        LATEST,
        NEED
    }

    private static final Pattern DAY = Pattern.compile("\\b(Monday|Tuesday|Wednesday|Thursday|Friday)\\b");
    private static final List<String> DAYS =
            List.of("Tuesday", "Wednesday", "Thursday", "next Monday", "next Tuesday", "Friday", "the 14th", "the 9th");
    private static final List<String> TIMES =
            List.of("ten", "nine", "half past two", "eleven", "three o'clock", "half past nine", "four", "8:30");
    private static final Pattern WORD = Pattern.compile("[a-z]{3,}");
    private static final Set<String> COMMON = Set.of(
            "that", "this", "have", "what", "from", "they", "would", "there", "about", "which", "when", "will", "been",
            "were", "then", "than", "them", "some", "more", "just", "like", "know", "into", "only", "the", "and", "for",
            "you", "are", "was", "our", "not", "but", "all", "has", "its", "with", "any", "can", "one", "your", "she",
            "his", "her", "two", "who", "how", "why", "said", "because", "could", "where", "every", "does", "well");

    private static final Map<String, Set<String>> STEMS = new ConcurrentHashMap<>();

    private final Briefing briefing;
    private final Ears ears;
    private final Chance chance;
    private final double fit;
    private final String me;
    private String day;
    private final String time;
    private final List<String> needEchoes = new ArrayList<>();
    private final List<String> needBits = new ArrayList<>();
    private final List<String> echoes = new ArrayList<>();
    private final List<Quantity> quantities = new ArrayList<>();
    private final Set<String> factsUsed = new HashSet<>();
    private final Map<Sense, Integer> obstacles = new HashMap<>();
    private @Nullable Sense open;
    /** "The pen" said back to somebody who buys a pen points to nothing. */
    private final Set<String> ownWords;

    private Heard latest;

    Notes(Briefing briefing, Ears ears, Chance chance, double fit) {
        this.briefing = briefing;
        this.ears = ears;
        this.chance = chance;
        this.fit = fit;
        this.me = chance.one(List.of("Robin", "Sam", "Alex Weber", "Jo", "Kim", "Chris Lund", "Maxine", "Toni"));
        this.day = chance.one(DAYS);
        this.time = chance.one(TIMES);
        this.latest = ears.listen("", false, "euros");
        this.ownWords = stems(briefing.product() + " " + briefing.thing());
    }

    Heard take(String text, boolean answering) {
        Heard heard = ears.listen(text, answering, briefing.money());
        latest = heard;
        Matcher named = DAY.matcher(heard.text());
        if (named.find()) {
            day = named.group(1);
        }
        if (!heard.has(Sense.FAREWELL)) {
            echoes.addAll(answering ? heard.echoes() : List.of());
            boolean hurts = heard.has(Sense.PAIN);
            needEchoes.addAll(hurts ? 0 : needEchoes.size(), answering ? heard.echoes() : List.of());
            if (answering && hurts) {
                needBits.addAll(pointed(heard.bits()));
            }
            quantities.addAll(heard.quantities());
        }
        return heard;
    }

    /** How often this obstacle has come up, this time included. */
    int count(Sense obstacle) {
        open = obstacle;
        return obstacles.merge(obstacle, 1, Integer::sum);
    }

    /** What the buyer objects to now, or has come back to. */
    Optional<Sense> obstacle() {
        return latest.obstacle().or(() -> latest.has(Sense.UNMET) ? Optional.ofNullable(open) : Optional.empty());
    }

    Map<String, String> slots(Focus focus) {
        Map<String, String> slots = new HashMap<>();
        slots.put("me", me);
        slots.put("first", briefing.buyer());
        slots.put("company", briefing.company());
        slots.put("trade", "the " + briefing.trade() + " business");
        slots.put("product", briefing.product());
        slots.put("thing", briefing.thing());
        slots.put("step", briefing.step());
        slots.put("day", day);
        slots.put("time", time);
        put(slots, "price", briefing.price());
        List<String> said = focus == Focus.LATEST ? latest.echoes() : needEchoes;
        List<String> named = focus == Focus.LATEST ? pointed(latest.bits()) : needBits;
        put(slots, "echo", said.isEmpty() ? null : said.get(focus == Focus.LATEST ? said.size() - 1 : 0));
        put(slots, "bit", named.isEmpty() ? null : named.getLast());
        echoes.stream()
                .filter(echo -> !echo.equals(slots.get("echo")))
                .reduce((one, other) -> other)
                .ifPresent(echo -> slots.put("echo2", echo));
        if (!briefing.wonders().isEmpty()) {
            slots.put("indirect", chance.one(briefing.wonders()));
        }
        return slots;
    }

    /** Adds a fact that suits what the line goes back to, or, for a seller of little skill, any fact. */
    Map<String, String> withFacts(Map<String, String> slots, Focus focus, boolean evidence) {
        String about = focus == Focus.LATEST
                ? latest.text()
                : slots.getOrDefault("echo", "") + " " + slots.getOrDefault("bit", "");
        Optional<Sense> hints =
                evidence ? Optional.of(Sense.PROOF_WORDS) : obstacle().map(Sense::hints);
        List<String> facts = new ArrayList<>(briefing.facts());
        boolean careful = chance.of(fit);
        Map<String, Double> liking = new HashMap<>();
        Set<String> heard = stems(about);
        long touched = ears.concepts(about);
        for (String fact : facts) {
            double score = chance.dice().nextDouble() * (careful ? 0.4 : 6)
                    + (factsUsed.contains(fact) ? 0 : careful ? 3 : 2)
                    + shared(heard, fact)
                    + Math.min(2, Long.bitCount(touched & ears.fact(fact).concepts()))
                    + hints.map(sense -> Math.min(2, ears.fact(fact).senses().getOrDefault(sense, 0)) * 0.8)
                            .orElse(0.0);
            liking.put(fact, score);
        }
        if (careful) {
            // nobody with manners says the same thing twice, unless it is the very thing that was asked for
            facts.removeIf(fact -> factsUsed.contains(fact) && liking.getOrDefault(fact, 0.0) < 3);
        }
        facts.sort((one, other) -> Double.compare(liking.getOrDefault(other, 0.0), liking.getOrDefault(one, 0.0)));
        String[] names = {"fact", "fact2", "fact3"};
        for (int k = 0; k < Math.min(names.length, facts.size()); k++) {
            slots.put(names[k], facts.get(k));
            slots.put(names[k] + "_low", small(facts.get(k)));
        }
        return slots;
    }

    /** Remembers which facts have been told with these words. */
    void told(String words) {
        for (String fact : briefing.facts()) {
            if (words.contains(fact.substring(1, Math.min(30, fact.length())))) {
                factsUsed.add(fact);
            }
        }
    }

    /** The sum that can be worked out from the buyer's own numbers, if there is one. */
    Optional<Sum> sum() {
        for (Quantity money : quantities.reversed()) {
            for (Quantity count : quantities.reversed()) {
                Optional<String> product = Quantity.product(count, money);
                if (product.isPresent()) {
                    return Optional.of(new Sum("quantify_product", count.said(), money.said(), "", product.get()));
                }
            }
        }
        for (Quantity cost : quantities.reversed()) {
            Optional<String> twice = cost.twice();
            if (twice.isPresent()) {
                return Optional.of(new Sum("quantify_cost", cost.said(), "", "", twice.get()));
            }
        }
        for (Quantity each : quantities.reversed()) {
            Optional<String> year = each.overAYear();
            if (year.isPresent()) {
                return Optional.of(new Sum("quantify_year", each.said(), "", "a " + each.per(), year.get()));
            }
        }
        return Optional.empty();
    }

    boolean hasNeed() {
        return !needEchoes.isEmpty() || !needBits.isEmpty();
    }

    boolean saidAnything() {
        return !latest.echoes().isEmpty() || !latest.bits().isEmpty();
    }

    record Sum(String move, String a, String b, String per, String sum) {
        void into(Map<String, String> slots) {
            slots.put("a", a);
            slots.put("b", b);
            slots.put("per", per);
            slots.put("sum", sum);
        }
    }

    private List<String> pointed(List<String> bits) {
        return bits.stream()
                .filter(bit -> stems(bit).stream().noneMatch(ownWords::contains))
                .toList();
    }

    private static double shared(Set<String> heard, String fact) {
        return STEMS.computeIfAbsent(fact, Notes::stems).stream()
                .filter(heard::contains)
                .count();
    }

    private static Set<String> stems(String text) {
        Set<String> stems = new HashSet<>();
        Matcher word = WORD.matcher(text.toLowerCase(Locale.ROOT));
        while (word.find()) {
            if (!COMMON.contains(word.group())) {
                stems.add(word.group().substring(0, Math.min(5, word.group().length())));
            }
        }
        return stems;
    }

    /** To stand inside a sentence; a name keeps its capital. */
    private String small(String fact) {
        String text = fact.replaceFirst("\\.$", "");
        String[] words = text.split("\\s+", 3);
        boolean name = words.length > 1 && Character.isUpperCase(words[1].charAt(0))
                || words[0].length() > 1 && Character.isUpperCase(words[0].charAt(1))
                || briefing.product().startsWith(words[0]);
        return name ? text : Character.toLowerCase(text.charAt(0)) + text.substring(1);
    }

    private static void put(Map<String, String> slots, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            slots.put(name, value);
        }
    }
}
