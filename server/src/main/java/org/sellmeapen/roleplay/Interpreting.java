package org.sellmeapen.roleplay;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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
 * language and what it does, each act with the person's own words for it. Held against the turn before the mind hears it.
 */
final class Interpreting {

    static final String VERSION = "interpreter-2";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MOST_ACTS = 5;
    private static final int TOKENS = 900;
    private static final double CONFIDENCE = 0.8;
    private static final int ROOM = 80;
    /** The Greek one looks like a semicolon. */
    private static final Pattern ASKS = Pattern.compile("[?？؟;\u037e]");
    /** Written without question marks, or often so. */
    private static final Set<String> UNMARKED = Set.of("th", "ja");

    private Interpreting() {}

    static Prompt write(Offer offer, String language, List<Turn> soFar, long seed) {
        Direction direction = offer.direction();
        String acts = Act.of(direction.seat().person()).stream().map(Act::code).collect(Collectors.joining(", "));
        String system = Prompting.part(direction, language)
                + section("You would tell anybody:", offer.topics())
                + section("Only if you are asked for it, and not otherwise:", earnable(offer, language, soFar))
                + """
                Answer in two parts.
                First one line of JSON about the last words you heard, then a line break:
                {"acts":[{"act":"...","quote":"..."}],"means":"...","tells":["..."]}
                acts: what those words do, the main one first, each with a stretch of them copied to the letter; of: %s.
                means: all of those words, faithfully and completely, in %s; no more and no less than they say, every figure as it was said.
                tells: of what you say only if asked, the names in brackets of what you will tell now; empty where it is nothing.
                Then, from the next line on, what you answer, in %s. Answer what you were asked, if you were asked something.
                """.formatted(acts, Prompting.named(direction.language()), Prompting.named(language))
                + Prompting.rules(direction)
                + "Only the words you speak aloud: no name before them, no stage directions, no lists. At most "
                + direction.mostWords() + " words.\n";
        return new Prompt(system, Prompting.messages(direction, soFar), TOKENS, 0.4, List.of(), null, seed);
    }

    /** Whoever asks nothing earns nothing; what is not in the prompt cannot be told by mistake. */
    private static List<String> earnable(Offer offer, String language, List<Turn> soFar) {
        boolean asks = UNMARKED.contains(GuardLists.primary(language))
                || (!soFar.isEmpty() && ASKS.matcher(soFar.getLast().text()).find());
        return asks
                ? offer.ifAsked().stream()
                        .map(one -> "[" + one.id() + "] " + one.line())
                        .toList()
                : List.of();
    }

    private static String section(String title, List<String> lines) {
        return lines.isEmpty() ? "" : title + "\n" + Prompting.bullets(lines);
    }

    /** Empty where it is not what was asked for, or says more than was said. */
    static Optional<Understood> understood(String line, String said, Speaker person) {
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
        Set<String> tells = new HashSet<>();
        root.path("tells").forEach(id -> tells.add(id.asString("").replaceAll("[\\[\\] ]", "")));
        tells.remove("");
        return Optional.of(
                new Understood(withoutForeignFigures(means, said), acts(root.path("acts"), said, person), tells));
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
