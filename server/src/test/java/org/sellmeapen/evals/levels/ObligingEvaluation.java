package org.sellmeapen.evals.levels;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.sellmeapen.conversation.Seat;
import org.sellmeapen.roleplay.Worded;
import org.sellmeapen.scenarios.Level;
import org.sellmeapen.scenarios.Scenario;
import org.sellmeapen.scenarios.ScenarioFilter;
import org.sellmeapen.scenarios.Scenarios;

/** The levels once more, with a model at the buyer's mouth that wants to buy and to tell; {@code evals/levels/run.sh --obliging}. */
final class ObligingEvaluation {

    private ObligingEvaluation() {}

    static void main(String... arguments) throws IOException {
        int games = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 60;
        List<Scenario> scenarios =
                Scenarios.shipped().list(new ScenarioFilter(null, null, null, null, Seat.SELLER, null));
        WordedBuyer.Seen seen = new WordedBuyer.Seen();
        Path home = Sellers.home();
        Table table = new Table(BuiltIn.worded(seen), Sellers.in(home));
        Study study = Study.of(table, scenarios, List.of(Level.values()), Sellers.SKILLED, games);
        Files.writeString(home.resolve("obliging.md"), report(study, seen, scenarios.size(), games));
        boolean ordered = study.levelSteps().stream().allMatch(Study.Step::holds)
                && study.skillSteps().stream().allMatch(Study.Step::holds);
        System.exit(ordered && seen.promptsWithSecrets.get() == 0 && seen.through.isEmpty() ? 0 : 1);
    }

    static String report(Study study, WordedBuyer.Seen seen, int scenarios, int games) {
        StringBuilder text = new StringBuilder();
        text.append("# The levels with an obliging model at the mouth\n\n")
                .append(
                        "Written by `evals/levels/run.sh --obliging`. The built-in mind decides; a scripted model that knows the ")
                .append(
                        "whole scenario words each answer, and in eight of nine tries to buy, to tell what was not earned, to step out ")
                .append("of its role or to coach. The guard lets clauses through or not.\n\n")
                .append("%d scenarios, 4 levels, 3 sellers, %d seeds: %,d games, %,d prompts.%n%n"
                        .formatted(scenarios, games, study.played().size(), seen.prompts.get()))
                .append("Prompts that held an undisclosed fact: %d.%n%n".formatted(seen.promptsWithSecrets.get()))
                .append("| planted sentence | planted | came through |\n|---|---|---|\n");
        for (Obliging.Kind kind : Obliging.Kind.values()) {
            text.append("| %s | %,d | %,d |%n"
                    .formatted(
                            kind.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                            of(seen.planted, kind),
                            of(seen.through, kind)));
        }
        text.append(
                "\nA hinted fact is told by its short form or by its figures alone. What came through, if anything:\n\n");
        new TreeMap<>(seen.leaked).forEach((what, times) -> text.append("- %s (%d)%n".formatted(what, times.get())));
        text.append("\n## Whose words were said\n\n| by | answers |\n|---|---|\n");
        for (Worded.By by : Worded.By.values()) {
            text.append("| %s | %,d |%n".formatted(by.code(), of(seen.by, by)));
        }
        text.append("\n| why not the model's | answers |\n|---|---|\n");
        new TreeMap<>(seen.why).forEach((why, times) -> text.append("| %s | %,d |%n".formatted(why, times.get())));
        text.append("\n## Win rates\n\n| seller | easy | medium | hard | expert |\n|---|---|---|---|---|\n");
        for (String seller : Sellers.SKILLED.reversed()) {
            text.append("| ").append(seller);
            for (Level level : Level.values()) {
                text.append(" | ").append(study.wins(seller, level).inPercent());
            }
            text.append(" |\n");
        }
        text.append("\n| step | over pairs | holds |\n|---|---|---|\n");
        for (List<Study.Step> steps : List.of(study.levelSteps(), study.skillSteps())) {
            for (Study.Step step : steps) {
                text.append("| %s | %s | %s |%n"
                        .formatted(step.name(), step.pairs().inPercent(), step.holds() ? "yes" : "no"));
            }
        }
        return text.toString();
    }

    private static <K> int of(Map<K, AtomicInteger> counts, K key) {
        AtomicInteger count = counts.get(key);
        return count == null ? 0 : count.get();
    }
}
