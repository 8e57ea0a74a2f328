package org.sellmeapen.evals.levels;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.sellmeapen.scenarios.Level;
import org.sellmeapen.scenarios.Scenario;

/** All games of an evaluation, and what can be said about them. */
record Study(List<Scenario> scenarios, int games, List<PlayedGame> played) {

    /** A step that must go up: the same seeds and scenarios on both sides. */
    record Step(String name, Interval pairs, Interval scenarios, int scenariosAgainst) {
        boolean holds() {
            return pairs.aboveZero();
        }
    }

    /** @param games seeds for each scenario, level and seller; those without ears get a fifth of them */
    static Study of(Table table, List<Scenario> scenarios, List<Level> levels, List<String> sellers, int games) {
        List<PlayedGame> played = scenarios.parallelStream()
                .flatMap(scenario -> levels.stream()
                        .filter(scenario.script().levels()::containsKey)
                        .flatMap(level -> sellers.stream()
                                .flatMap(seller -> IntStream.range(
                                                0, Sellers.SKILLED.contains(seller) ? games : Math.ceilDiv(games, 5))
                                        .mapToObj(seed -> table.play(scenario, level, seller, seed, false)))))
                .toList();
        return new Study(scenarios, games, played);
    }

    Interval wins(String seller, Level level) {
        return share(game -> game.seller().equals(seller) && game.level() == level);
    }

    Interval wins(String seller, Level level, String scenario) {
        return share(game -> game.seller().equals(seller)
                && game.level() == level
                && game.scenario().equals(scenario));
    }

    List<Step> levelSteps() {
        List<Step> steps = new ArrayList<>();
        for (String seller : Sellers.SKILLED.reversed()) {
            for (int k = 0; k + 1 < Level.values().length; k++) {
                Level easier = Level.values()[k];
                Level harder = Level.values()[k + 1];
                steps.add(step(
                        seller + ": " + easier.code() + " > " + harder.code(),
                        game -> game.seller().equals(seller) && game.level() == easier,
                        game -> game.seller().equals(seller) && game.level() == harder));
            }
        }
        return steps;
    }

    List<Step> skillSteps() {
        List<Step> steps = new ArrayList<>();
        for (Level level : Level.values()) {
            for (int k = Sellers.SKILLED.size() - 1; k > 0; k--) {
                String better = Sellers.SKILLED.get(k);
                String worse = Sellers.SKILLED.get(k - 1);
                steps.add(step(
                        level.code() + ": " + better + " > " + worse,
                        game -> game.seller().equals(better) && game.level() == level,
                        game -> game.seller().equals(worse) && game.level() == level));
            }
        }
        return steps;
    }

    /** How many games each of a scenario's objections came up in, by level; the ids that never did are in it with 0. */
    Map<String, Map<Level, Integer>> objections(Scenario scenario) {
        Map<String, Map<Level, Integer>> counts = new LinkedHashMap<>();
        scenario.script().objections().forEach(objection -> counts.put(objection.id(), new TreeMap<>()));
        for (PlayedGame game : played) {
            if (game.scenario().equals(scenario.id()) && Sellers.SKILLED.contains(game.seller())) {
                game.raised()
                        .forEach(id -> counts.computeIfAbsent(id, any -> new TreeMap<>())
                                .merge(game.level(), 1, Integer::sum));
            }
        }
        return counts;
    }

    List<PlayedGame> of(String seller, Level level) {
        return played.stream()
                .filter(game -> game.seller().equals(seller) && game.level() == level)
                .toList();
    }

    /** Sentences that a buyer said twice in one game, with the number of games. */
    Map<String, Integer> repeatedSentences() {
        Map<String, Integer> found = new TreeMap<>();
        played.forEach(game -> game.repeated().keySet().forEach(sentence -> found.merge(sentence, 1, Integer::sum)));
        return found;
    }

    private Interval share(Predicate<PlayedGame> of) {
        List<PlayedGame> games = played.stream().filter(of).toList();
        return Interval.ofShare((int) games.stream().filter(PlayedGame::won).count(), games.size());
    }

    private Step step(String name, Predicate<PlayedGame> higher, Predicate<PlayedGame> lower) {
        Map<String, Boolean> low =
                played.stream().filter(lower).collect(Collectors.toMap(Study::pair, PlayedGame::won));
        Map<String, List<Integer>> byScenario = new TreeMap<>();
        for (PlayedGame game : played) {
            Boolean other = higher.test(game) ? low.get(pair(game)) : null;
            if (other != null) {
                byScenario
                        .computeIfAbsent(game.scenario(), any -> new ArrayList<>())
                        .add((game.won() ? 1 : 0) - (other ? 1 : 0));
            }
        }
        List<Double> means = byScenario.values().stream()
                .map(differences -> differences.stream()
                        .mapToInt(Integer::intValue)
                        .average()
                        .orElse(0))
                .toList();
        return new Step(
                name,
                Interval.ofPairs(
                        byScenario.values().stream().flatMap(List::stream).toList()),
                Interval.ofClusters(means),
                (int) means.stream().filter(mean -> mean < 0).count());
    }

    private static String pair(PlayedGame game) {
        return game.scenario() + "/" + game.seed();
    }
}
