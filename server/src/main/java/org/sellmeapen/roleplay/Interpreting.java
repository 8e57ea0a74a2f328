package org.sellmeapen.roleplay;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sellmeapen.ai.Prompt;
import org.sellmeapen.conversation.Act;
import org.sellmeapen.conversation.ActReading;
import org.sellmeapen.conversation.Speaker;
import org.sellmeapen.conversation.Turn;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The prompt and the first line of an answer for a language without words of our own: what the turn means in the scenario's
 * language and what it does, each act with the person's own words for it; which facts the answer tells, each with the words
 * that ask for it; and which the last answer let slip, with the words that did. Held against what was said before the mind
 * hears it.
 */
final class Interpreting {

    static final String VERSION = "interpreter-3";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MOST_ACTS = 5;
    private static final int TOKENS = 1_000;
    private static final double CONFIDENCE = 0.8;
    private static final int ROOM = 80;
    /** Shorter stretches stand in any text. */
    private static final int LEAST_ASKED = 4;

    private static final int LEAST_SLIPPED = 8;

    private final Offer offer;
    private final String language;
    private final List<Turn> soFar;
    private final List<Offer.Earnable> nearest;
    private final List<Offer.Earnable> watched;

    private Interpreting(Offer offer, String language, List<Turn> soFar) {
        this.offer = offer;
        this.language = language;
        this.soFar = soFar;
        nearest = Nearest.of(offer, language, soFar);
        watched = offer.handed();
    }

    /** @param soFar with the turn that is to be understood at its end */
    static Interpreting of(Offer offer, String language, List<Turn> soFar) {
        return new Interpreting(offer, language, soFar);
    }

    Prompt prompt(long seed) {
        Direction direction = offer.direction();
        String acts = Act.of(direction.seat().person()).stream().map(Act::code).collect(Collectors.joining(", "));
        String system = Prompting.part(direction, language)
                + section("You would tell anybody:", offer.topics())
                + section("Only if you are asked for it, and not otherwise:", named(nearest))
                + section(
                        "This you may have let slip with your last words; if you did not, keep it to yourself:",
                        named(watched.stream()
                                .filter(one -> !nearest.contains(one))
                                .toList()))
                + """
                Answer in two parts.
                First one line of JSON about the last words you heard, then a line break:
                {"acts":[{"act":"...","quote":"..."}],"means":"...","tells":[{"fact":"...","asked":"..."}],"slipped":[{"fact":"...","quote":"..."}]}
                acts: what those words do, the main one first, each with a stretch of them copied to the letter; of: %s.
                means: all of those words, faithfully and completely, in %s; no more and no less than they say, every figure as it was said.
                tells: of what you say only if asked, the names in brackets of what you will tell now, each with the stretch of those words that asks for it, copied to the letter; empty where it is nothing.
                slipped: the names in brackets of what your own last words told already, in whatever way, each with that stretch of your words copied to the letter; mostly empty.
                Then, from the next line on, what you answer, in %s. Answer what you were asked, if you were asked something.
                """.formatted(acts, Prompting.named(direction.language()), Prompting.named(language))
                + Prompting.rules(direction)
                + "Only the words you speak aloud: no name before them, no stage directions, no lists. At most "
                + direction.mostWords() + " words.\n";
        return new Prompt(system, Prompting.messages(direction, soFar), TOKENS, 0.4, List.of(), null, seed);
    }

    private static List<String> named(List<Offer.Earnable> facts) {
        return facts.stream().map(one -> "[" + one.id() + "] " + one.line()).toList();
    }

    private static String section(String title, List<String> lines) {
        return lines.isEmpty() ? "" : title + "\n" + Prompting.bullets(lines);
    }

    /** What would show that a fact is told which the prompt held and the mind keeps. */
    Traces traces(Cue cue) {
        return Traces.of(ids(nearest, watched), cue, language, soFar.getLast().text());
    }

    @SafeVarargs
    private static Set<String> ids(List<Offer.Earnable>... lists) {
        return Stream.of(lists).flatMap(List::stream).map(Offer.Earnable::id).collect(Collectors.toSet());
    }

    /** Empty where it is not what was asked for, or says more than was said. */
    Optional<Understood> understood(String line, Speaker person) {
        String said = soFar.getLast().text();
        int from = line.indexOf('{');
        int to = line.lastIndexOf('}');
        if (from < 0 || to < from) {
            return Optional.empty();
        }
        JsonNode root;
        try {
            root = JSON.readTree(line.substring(from, to + 1));
        } catch (JacksonException _) {
            return Optional.empty();
        }
        String means = root.path("means").asString("").strip();
        if (means.isEmpty() && !said.isBlank()) {
            return Optional.empty();
        }
        // Chinese says in ten signs what takes thirty letters in English.
        if (means.length() > 5 * said.length() + ROOM) {
            return Optional.empty();
        }
        Map<String, String> tells = byFact(root.path("tells"), "asked");
        Map<String, String> slipped = byFact(root.path("slipped"), "quote");
        String own = ownLastWords(person);
        return Optional.of(new Understood(
                withoutForeignFigures(means, said),
                acts(root.path("acts"), said, person),
                tells.keySet(),
                standing(tells, said, LEAST_ASKED),
                ids(nearest),
                standing(slipped, own, LEAST_SLIPPED)));
    }

    private String ownLastWords(Speaker person) {
        return soFar.reversed().stream()
                .filter(turn -> turn.speaker() != person)
                .map(Turn::text)
                .findFirst()
                .orElse("");
    }

    private static Map<String, String> byFact(JsonNode list, String words) {
        Map<String, String> facts = new LinkedHashMap<>();
        for (JsonNode one : list) {
            String id = (one.isString() ? one : one.path("fact")).asString("").replaceAll("[\\[\\] ]", "");
            if (!id.isEmpty()) {
                facts.put(id, one.path(words).asString("").strip());
            }
        }
        return facts;
    }

    /** Those whose words stand in the text to the letter. Two signs of a dense script are as much as a word. */
    private static Set<String> standing(Map<String, String> facts, String text, int least) {
        String lower = text.toLowerCase(Locale.ROOT);
        return facts.entrySet().stream()
                .filter(fact -> weight(fact.getValue()) >= least
                        && lower.contains(fact.getValue().toLowerCase(Locale.ROOT)))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static int weight(String words) {
        return words.codePoints()
                .filter(Character::isLetterOrDigit)
                .map(c -> Sounds.isDense(c) ? 2 : 1)
                .sum();
    }

    private static List<ActReading> acts(JsonNode list, String said, Speaker person) {
        List<ActReading> acts = new ArrayList<>();
        String heard = said.toLowerCase(Locale.ROOT);
        for (JsonNode one : list) {
            Optional<Act> act = Act.ofCode(one.path("act").asString("")).filter(known -> known.speaker() == person);
            String quote = one.path("quote").asString("").strip();
            boolean stands = !quote.isEmpty() && heard.contains(quote.toLowerCase(Locale.ROOT));
            boolean again = acts.stream().anyMatch(reading -> act.isPresent() && reading.act() == act.get());
            if (act.isPresent() && stands && !again && acts.size() < MOST_ACTS) {
                acts.add(new ActReading(act.get(), CONFIDENCE, List.of(quote)));
            }
        }
        return acts;
    }

    /** A figure that was not said is no proof and no price. */
    private static String withoutForeignFigures(String means, String said) {
        Set<String> figures = figures(said);
        return Words.sentences(means).stream()
                .filter(sentence -> figures.containsAll(figures(sentence)))
                .collect(Collectors.joining(" "));
    }

    private static Set<String> figures(String text) {
        StringBuilder plain = new StringBuilder();
        text.codePoints().forEach(c -> plain.appendCodePoint(Character.isDigit(c) ? '0' + Character.digit(c, 10) : c));
        return Arrays.stream(plain.toString().split("[^0-9]+"))
                .filter(digits -> digits.length() > 1)
                .collect(Collectors.toCollection(HashSet::new));
    }
}
