package org.sellmeapen.evals.levels;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.sellmeapen.conversation.Seat;
import org.sellmeapen.scenarios.Level;
import org.sellmeapen.scenarios.Scenario;
import org.sellmeapen.scenarios.ScenarioFilter;
import org.sellmeapen.scenarios.Scenarios;
import tools.jackson.databind.json.JsonMapper;

/** The evaluation itself, which takes many minutes; {@code evals/levels/run.sh} runs it. */
final class LevelsEvaluation {

    private final List<Scenario> scenarios =
            Scenarios.shipped().list(new ScenarioFilter(null, null, null, null, Seat.SELLER, null));
    private final Path home = Sellers.home();
    private final Table table = new Table(BuiltIn.buyers(), Sellers.in(home));

    static void main(String... arguments) throws IOException {
        LevelsEvaluation evaluation = new LevelsEvaluation();
        if (arguments.length > 0 && arguments[0].equals("--show")) {
            evaluation.show(arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1);
        } else {
            boolean allIsWell = evaluation.judge(arguments.length > 0 ? Integer.parseInt(arguments[0]) : 500);
            System.exit(allIsWell ? 0 : 1);
        }
    }

    private boolean judge(int games) throws IOException {
        List<String> everybody = new ArrayList<>(Sellers.SKILLED);
        everybody.addAll(Sellers.STYLED);
        Report report = new Report(Study.of(table, scenarios, List.of(Level.values()), everybody, games));
        Files.writeString(home.resolve("report.md"), report.markdown());
        Files.writeString(
                home.resolve("report.json"),
                JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(report.json()) + "\n");
        return report.failures().isEmpty();
    }

    private void show(int games) throws IOException {
        StringBuilder text = new StringBuilder("# Games to read\n");
        for (Scenario scenario : scenarios) {
            for (Level level : Level.values()) {
                for (String seller : Sellers.SKILLED) {
                    for (int seed = 0; seed < games; seed++) {
                        PlayedGame game = table.play(scenario, level, seller, seed, true);
                        text.append(String.format(
                                Locale.ROOT,
                                "%n## %s, %s, %s seller, seed %d: %s%n%n",
                                scenario.id(),
                                level.code(),
                                seller,
                                seed,
                                game.outcome().code()));
                        game.transcript().forEach(line -> text.append(line).append('\n'));
                    }
                }
            }
        }
        Files.writeString(home.resolve("../../server/target/levels-games.md"), text);
    }
}
