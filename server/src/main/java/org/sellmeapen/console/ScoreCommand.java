package org.sellmeapen.console;

import java.util.concurrent.Callable;
import org.sellmeapen.conversation.BuiltInActAnalyser;
import org.sellmeapen.kernel.Problem;
import org.sellmeapen.scoring.BuiltInScoring;
import org.sellmeapen.scoring.ScorecardView;
import org.sellmeapen.scoring.ScorecardView.CriterionView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "score",
        description = {
            "Scores transcripts.",
            "Reads JSON Lines {id?, language?, turns:[{i, speaker, text, start_s?, end_s?}]}; prints one scorecard a line, in order.",
            "A line that cannot be read is answered by {line, error} in its place."
        })
public final class ScoreCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "JSON Lines; - is standard input.")
    private String file = "-";

    @Option(names = "--rubric", defaultValue = "core", paramLabel = "ID", description = "Default: ${DEFAULT-VALUE}.")
    private String rubric = "core";

    @Option(
            names = "--judge",
            defaultValue = "built-in",
            paramLabel = "NAME",
            description = "Default: ${DEFAULT-VALUE}.")
    private String judge = "built-in";

    @Option(names = "--json", description = "JSON Lines instead of a page for people.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    private final Output output;

    public ScoreCommand(Output output) {
        this.output = output;
    }

    @Override
    public Integer call() {
        if (!judge.equals("built-in")) {
            throw new ParameterException(spec.commandLine(), "--judge: the only judge here is built-in.");
        }
        BuiltInScoring scoring = BuiltInScoring.with(BuiltInActAnalyser.english());
        try {
            scoring.mustKnow(rubric);
        } catch (Problem unknown) {
            throw new ParameterException(spec.commandLine(), "--rubric: " + unknown.detail());
        }
        int number = 0;
        int refused = 0;
        int read = 0;
        for (String line : Input.lines(file)) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            read++;
            try {
                print(ScorecardView.of(scoring.score(Transcripts.of(line), rubric)));
            } catch (Input.NotReadable e) {
                refused++;
                output.json(new ActsCommand.Refused(number, String.valueOf(e.getMessage())));
                output.problem("line " + number + ": " + e.getMessage());
            }
        }
        if (read == 0) {
            output.problem(file + " has no transcript in it.");
            return 1;
        }
        return refused == 0 ? 0 : 1;
    }

    private void print(ScorecardView card) {
        if (json) {
            output.json(card);
            return;
        }
        output.line((card.id() == null ? "" : card.id() + "  ") + "total "
                + (card.total() == null ? "-" : card.total())
                + (card.band() == null
                        ? ""
                        : " (" + card.band().low() + " to " + card.band().high() + ")")
                + "  outcome " + card.outcome() + "  " + card.rubric() + " by " + card.judge());
        for (CriterionView criterion : card.criteria()) {
            output.line("  %-14s %4.1f/%-3d %s%s"
                    .formatted(
                            criterion.verdict().code(),
                            criterion.points(),
                            criterion.of(),
                            criterion.name(),
                            criterion.unsure() ? " (unsure)" : ""));
            criterion.evidence().forEach(e -> output.line("      turn " + (e.turn() + 1) + ": \"" + e.quote() + "\""));
        }
        card.notAvailable().forEach(n -> output.line("  not available: " + n.name() + ", " + n.reason()));
    }
}
