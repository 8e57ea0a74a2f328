package org.sellmeapen.roleplay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.sellmeapen.conversation.BuiltInActAnalyser;
import org.sellmeapen.conversation.Counterpart;
import org.sellmeapen.conversation.MarkedTurn;
import org.sellmeapen.conversation.MindMove;
import org.sellmeapen.conversation.Outcome;
import org.sellmeapen.conversation.Seat;
import org.sellmeapen.conversation.Speaker;
import org.sellmeapen.scenarios.HiddenFact;
import org.sellmeapen.scenarios.Level;
import org.sellmeapen.scenarios.Scenario;
import org.sellmeapen.scenarios.ScenarioFilter;
import org.sellmeapen.scenarios.Scenarios;

/** Conversations with the built-in buyer, and what can be read off them; shared by the tests of the buyer's mind. */
final class BuyerGames {

    static final Scenarios SCENARIOS = Scenarios.shipped();
    static final Scenario PEN = SCENARIOS.get("classic-pen");
    static final Roleplay ROLEPLAY = new Roleplay(new PlainActAnalyser());
    static final Roleplay AS_SHIPPED = new Roleplay(BuiltInActAnalyser.english());

    /** The more scenarios there are, the fewer games each needs to play. */
    static final int GAMES = Math.max(6, 48 / (int) sold().count());

    private static final Map<HiddenFact, List<String>> TELLING = new IdentityHashMap<>();

    private BuyerGames() {}

    static Stream<Scenario> sold() {
        return SCENARIOS.list(new ScenarioFilter(null, null, null, null, Seat.SELLER, null)).stream();
    }

    static void assertNothingTwice(List<MarkedTurn> turns) {
        Set<String> said = new HashSet<>();
        for (MarkedTurn turn : turns) {
            if (turn.turn().speaker() == Speaker.BUYER) {
                Words.sentences(turn.turn().text())
                        .forEach(sentence ->
                                assertThat(said.add(sentence)).as(sentence).isTrue());
            }
        }
    }

    static boolean tells(String text, HiddenFact fact) {
        return TELLING.computeIfAbsent(fact, BuyerGames::sentences).stream().anyMatch(text::contains);
    }

    private static List<String> sentences(HiddenFact fact) {
        return fact.lines().stream()
                .flatMap(line -> Words.sentences(line).stream())
                .filter(sentence -> Words.of(sentence).count() > 3)
                .toList();
    }

    static List<MarkedTurn> hears(Scenario scenario, Level level, long seed, List<String> lines) {
        return hears(ROLEPLAY, scenario, level, seed, lines);
    }

    static List<MarkedTurn> hears(Roleplay roleplay, Scenario scenario, Level level, long seed, List<String> lines) {
        Counterpart buyer = roleplay.seat(scenario, level, seed);
        List<MarkedTurn> turns = new ArrayList<>(buyer.open());
        for (String line : lines) {
            if (buyer.ending().isEmpty()) {
                turns.addAll(buyer.hear(line));
            }
        }
        return turns;
    }

    static List<MarkedTurn> play(Scenario scenario, Level level, long seed, Sellers.Skill skill) {
        return Dialogue.play(ROLEPLAY.seat(scenario, level, seed), Sellers.of(skill, scenario.script(), seed), 40)
                .turns();
    }

    static Outcome outcome(List<MarkedTurn> turns) {
        return whats(turns).stream()
                .filter(what -> what.startsWith("decided:"))
                .map(what -> Outcome.valueOf(what.substring("decided:".length()).toUpperCase()))
                .findFirst()
                .orElse(Outcome.UNDECIDED);
    }

    static List<String> texts(List<MarkedTurn> turns) {
        return turns.stream()
                .filter(turn -> turn.turn().speaker() == Speaker.BUYER)
                .map(turn -> turn.turn().text())
                .toList();
    }

    static List<String> disclosed(List<MarkedTurn> turns) {
        return whats(turns).stream()
                .filter(what -> what.startsWith("disclosed:"))
                .map(what -> what.substring("disclosed:".length()))
                .toList();
    }

    static List<String> whats(List<MarkedTurn> turns) {
        return turns.stream()
                .flatMap(turn -> turn.moved().stream())
                .map(MindMove::what)
                .toList();
    }

    static List<String> rules(List<MarkedTurn> turns) {
        return turns.stream()
                .flatMap(turn -> turn.moved().stream())
                .map(MindMove::rule)
                .toList();
    }
}
