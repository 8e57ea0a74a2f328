package org.sellmeapen.evals.levels;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.sellmeapen.conversation.Outcome;
import org.sellmeapen.evals.levels.Study.Step;
import org.sellmeapen.scenarios.Level;
import org.sellmeapen.scenarios.Scenario;

/** The study in words and tables. Nothing in it depends on the hour, so that a second run writes the same bytes. */
final class Report {

    /** More wins than these for a weak seller on the highest level, and the level is not what it says. */
    static final double WEAK_ON_EXPERT = 0.02;

    private final Study study;
    private final StringBuilder text = new StringBuilder();

    Report(Study study) {
        this.study = study;
    }

    /** What was asked of the levels and is not so; empty when all is well. */
    List<String> failures() {
        List<String> failures = new ArrayList<>();
        for (Step step : study.levelSteps()) {
            if (!step.holds()) {
                failures.add("step " + step.name() + ": " + step.pairs().inPercent());
            }
        }
        for (Step step : study.skillSteps()) {
            if (!step.holds()) {
                failures.add("step " + step.name() + ": " + step.pairs().inPercent());
            }
        }
        Interval weak = study.wins("weak", Level.EXPERT);
        if (weak.estimate() > WEAK_ON_EXPERT) {
            failures.add("weak on expert wins " + weak.inPercent());
        }
        for (Scenario scenario : study.scenarios()) {
            study.objections(scenario).forEach((id, counts) -> {
                if (counts.isEmpty()) {
                    failures.add("objection " + id + " of " + scenario.id() + " never came up");
                }
            });
        }
        study.repeatedSentences()
                .forEach((sentence, games) -> failures.add("said twice in " + games + " games: " + sentence));
        return failures;
    }

    String markdown() {
        line("# Are the levels in order?", "");
        line(
                "Written by the evaluation, see [README.md](README.md); the same numbers are in [report.json](report.json).",
                "");
        int seeds = study.games();
        line(seeds + " seeds for each of " + study.scenarios().size() + " scenarios, " + Level.values().length
                + " levels and " + (Sellers.SKILLED.size() + Sellers.STYLED.size()) + " sellers: "
                + count(study.played().size())
                + " games. A game is won by what its scenario says: a sale, or a dated next"
                + " step where an order would be the wrong thing to ask for.");
        verdict();
        wins("## Win rates", Sellers.SKILLED.reversed(), "seller");
        steps("## Harder is harder", study.levelSteps());
        steps("## Better is better", study.skillSteps());
        byScenario();
        objections();
        games();
        wins("## Other sellers", Sellers.STYLED, "style");
        line("", "None of these listens, except the mumbler, who is the strong seller without capitals and marks.");
        return text.toString();
    }

    Map<String, Object> json() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("seeds", study.games());
        all.put("games", study.played().size());
        all.put(
                "scenarios",
                study.scenarios().stream()
                        .map(one -> Map.of("address", one.address().toString(), "digest", one.digest()))
                        .toList());
        List<Map<String, Object>> cells = new ArrayList<>();
        for (String seller : sellers()) {
            for (Level level : Level.values()) {
                Map<String, Object> cell = new LinkedHashMap<>();
                cell.put("seller", seller);
                cell.put("level", level.code());
                cell.put("wins", numbers(study.wins(seller, level)));
                Map<String, Object> each = new LinkedHashMap<>();
                study.scenarios().forEach(one -> each.put(one.id(), numbers(study.wins(seller, level, one.id()))));
                cell.put("by_scenario", each);
                cell.put("outcomes", outcomes(study.of(seller, level)));
                cell.put("mean_turns", rounded(meanTurns(study.of(seller, level))));
                cells.add(cell);
            }
        }
        all.put("cells", cells);
        List<Map<String, Object>> steps = new ArrayList<>();
        List<Step> both = new ArrayList<>(study.levelSteps());
        both.addAll(study.skillSteps());
        for (Step step : both) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("step", step.name());
            one.put("holds", step.holds());
            one.put("pairs", numbers(step.pairs()));
            one.put("scenarios", numbers(step.scenarios()));
            one.put("scenarios_against", step.scenariosAgainst());
            steps.add(one);
        }
        all.put("steps", steps);
        Map<String, Object> objections = new LinkedHashMap<>();
        study.scenarios().forEach(one -> objections.put(one.id(), byLevelCode(study.objections(one))));
        all.put("objections", objections);
        all.put("repeated_sentences", study.repeatedSentences());
        all.put("failures", failures());
        return all;
    }

    private void verdict() {
        List<String> failures = failures();
        line("", "## Verdict", "");
        if (failures.isEmpty()) {
            line(
                    "Every step has its interval above zero, a weak seller wins at most 2 % on expert, every objection comes"
                            + " up, and no buyer says a sentence twice.");
        } else {
            line("Not met:", "");
            failures.forEach(failure -> line("- " + failure));
        }
    }

    private void wins(String heading, List<String> sellers, String first) {
        line("", heading, "", "Wins in percent with Wilson's 95 % interval.", "");
        line("| " + first + " | easy | medium | hard | expert | n of each |", "|---|---|---|---|---|---|");
        for (String seller : sellers) {
            StringBuilder row = new StringBuilder("| ").append(seller);
            for (Level level : Level.values()) {
                row.append(" | ").append(study.wins(seller, level).inPercent());
            }
            line(row + " | " + count(study.wins(seller, Level.EASY).n()) + " |");
        }
    }

    private void steps(String heading, List<Step> steps) {
        line(
                "",
                heading,
                "",
                "Differences in percentage points over pairs of the same scenario and seed, with the 95 % interval over");
        line("pairs; beside it the interval over scenarios (Student), which is about scenarios not yet written, and");
        line("in how many of these scenarios the difference points the wrong way.", "");
        line("| step | over pairs | pairs | holds | over scenarios | against |", "|---|---|---|---|---|---|");
        for (Step step : steps) {
            line("| " + step.name() + " | " + step.pairs().inPercent() + " | "
                    + count(step.pairs().n()) + " | "
                    + (step.holds() ? "yes" : "**no**") + " | "
                    + step.scenarios().inPercent() + " | "
                    + step.scenariosAgainst() + " |");
        }
    }

    private void byScenario() {
        line("", "## By scenario", "", "Wins in percent: easy / medium / hard / expert.", "");
        line("| scenario | won by | strong | average | weak |", "|---|---|---|---|---|");
        for (Scenario scenario : study.scenarios()) {
            StringBuilder row = new StringBuilder("| " + scenario.id() + " | "
                    + scenario.script().win().name().toLowerCase(Locale.ROOT));
            for (String seller : Sellers.SKILLED.reversed()) {
                List<String> rates = new ArrayList<>();
                for (Level level : Level.values()) {
                    Interval wins = study.wins(seller, level, scenario.id());
                    rates.add(wins.n() == 0 ? "-" : String.format(Locale.ROOT, "%.1f", 100 * wins.estimate()));
                }
                row.append(" | ").append(String.join(" / ", rates));
            }
            line(row + " |");
        }
    }

    private void objections() {
        line(
                "",
                "## Objections",
                "",
                "Games of the three skills in which each came up: easy / medium / hard / expert.",
                "");
        line("| scenario | objection | games |", "|---|---|---|");
        for (Scenario scenario : study.scenarios()) {
            study.objections(scenario).forEach((id, counts) -> {
                List<String> row = new ArrayList<>();
                for (Level level : Level.values()) {
                    row.add(count(counts.getOrDefault(level, 0)));
                }
                line("| " + scenario.id() + " | " + id + " | "
                        + (counts.isEmpty() ? "**never**" : String.join(" / ", row)) + " |");
            });
        }
    }

    private void games() {
        line(
                "",
                "## How games go",
                "",
                "| seller | level | mean turns of the seller | decided | outcomes |",
                "|---|---|---|---|---|");
        for (String seller : Sellers.SKILLED.reversed()) {
            for (Level level : Level.values()) {
                List<PlayedGame> games = study.of(seller, level);
                long decided = games.stream().filter(PlayedGame::decided).count();
                line("| " + seller + " | " + level.code() + " | " + rounded(meanTurns(games)) + " | "
                        + rounded(100.0 * decided / Math.max(1, games.size())) + " % | " + outcomes(games) + " |");
            }
        }
        Map<String, Integer> repeated = study.repeatedSentences();
        line("", "Sentences a buyer said twice in one game: " + repeated.size() + ".");
    }

    private List<String> sellers() {
        List<String> all = new ArrayList<>(Sellers.SKILLED.reversed());
        all.addAll(Sellers.STYLED);
        return all;
    }

    private static Map<String, Map<String, Integer>> byLevelCode(Map<String, Map<Level, Integer>> counts) {
        Map<String, Map<String, Integer>> coded = new LinkedHashMap<>();
        counts.forEach((id, levels) -> {
            Map<String, Integer> row = new LinkedHashMap<>();
            levels.forEach((level, games) -> row.put(level.code(), games));
            coded.put(id, row);
        });
        return coded;
    }

    private static Map<String, Integer> outcomes(List<PlayedGame> games) {
        Map<Outcome, Integer> counted = new TreeMap<>();
        games.forEach(game -> counted.merge(game.outcome(), 1, Integer::sum));
        Map<String, Integer> coded = new LinkedHashMap<>();
        counted.forEach((outcome, n) -> coded.put(outcome.code(), n));
        return coded;
    }

    private static double meanTurns(List<PlayedGame> games) {
        return games.stream().mapToInt(PlayedGame::turns).average().orElse(0);
    }

    private static Map<String, Object> numbers(Interval interval) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("n", interval.n());
        if (interval.n() > 0) {
            map.put("estimate", interval.estimate());
        }
        if (!Double.isNaN(interval.low())) {
            map.put("low", interval.low());
            map.put("high", interval.high());
        }
        return map;
    }

    private static double rounded(double value) {
        return Math.round(value * 10) / 10.0;
    }

    private static String count(int n) {
        return String.format(Locale.ROOT, "%,d", n);
    }

    private void line(String... lines) {
        for (String one : lines) {
            text.append(one).append('\n');
        }
    }
}
