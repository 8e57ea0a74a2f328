package org.sellmeapen.console;

import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.conversation.BuiltInActAnalyser;
import org.sellmeapen.conversation.Transcript;
import org.sellmeapen.kernel.OrganisationId;
import org.sellmeapen.kernel.Problem;
import org.sellmeapen.scoring.BuiltInScoring;
import org.sellmeapen.scoring.Scorecard;
import org.sellmeapen.scoring.ScorecardView;
import org.sellmeapen.scoring.ScorecardView.CriterionView;
import org.sellmeapen.scoring.Scoring;
import org.sellmeapen.tenancy.OrganisationScope;
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
            description =
                    "built-in, or the provider of the model that an organisation set up for judging, which goes with"
                            + " --organisation. Default: ${DEFAULT-VALUE}.")
    private String judge = "built-in";

    @Option(
            names = "--organisation",
            paramLabel = "ID",
            description = "Whose model, budget and rules of what may leave.")
    private @Nullable UUID organisation;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The data folder, for --organisation. Default: SELLMEAPEN_DATA or ./data.")
    private @Nullable Path data;

    @Option(names = "--json", description = "JSON Lines instead of a page for people.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    private final Output output;
    private final House house;

    public ScoreCommand(Output output, House house) {
        this.output = output;
        this.house = house;
    }

    @Override
    public Integer call() {
        BuiltInScoring builtIn = BuiltInScoring.with(BuiltInActAnalyser.english());
        try {
            builtIn.mustKnow(rubric);
        } catch (Problem unknown) {
            throw new ParameterException(spec.commandLine(), "--rubric: " + unknown.detail());
        }
        UUID whose = organisation;
        if (judge.equals("built-in")) {
            if (whose != null) {
                throw new ParameterException(spec.commandLine(), "--organisation goes with --judge PROVIDER.");
            }
            return scored(transcript -> builtIn.score(transcript, rubric));
        }
        if (whose == null) {
            throw new ParameterException(
                    spec.commandLine(), "--judge " + judge + ": name the --organisation whose model it is.");
        }
        OrganisationId id = new OrganisationId(whose);
        try (House.Rooms rooms = house.open(house.folder(data))) {
            Scoring scoring = rooms.room(Scoring.class);
            return OrganisationScope.within(id, () -> {
                String there = scoring.judge(id).orElse("built-in");
                if (!there.equals(judge)) {
                    throw new ParameterException(
                            spec.commandLine(), "--judge " + judge + ": that organisation judges by " + there + ".");
                }
                return scored(transcript -> scoring.score(id, transcript, rubric));
            });
        }
    }

    private int scored(Function<Transcript, Scorecard> by) {
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
                print(ScorecardView.of(by.apply(Transcripts.of(line))));
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
