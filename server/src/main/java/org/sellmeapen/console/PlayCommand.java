package org.sellmeapen.console;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.conversation.BuiltInActAnalyser;
import org.sellmeapen.conversation.Counterpart;
import org.sellmeapen.conversation.MarkedTurn;
import org.sellmeapen.conversation.MindMove;
import org.sellmeapen.conversation.Outcome;
import org.sellmeapen.conversation.Seat;
import org.sellmeapen.roleplay.Roleplay;
import org.sellmeapen.scenarios.Level;
import org.sellmeapen.scenarios.Scenario;
import org.sellmeapen.scenarios.Scenarios;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "play",
        description = {
            "Plays a script against the built-in counterpart.",
            "Each line of the script is one turn; an empty line is silence. The same seed and script give the same conversation."
        })
public final class PlayCommand implements Callable<Integer> {

    @Option(names = "--scenario", required = true, paramLabel = "ID", description = "Such as classic-pen.")
    private String scenario = "";

    @Option(names = "--level", required = true, paramLabel = "LEVEL", description = "easy, medium, hard or expert.")
    private String level = "";

    @Option(names = "--seat", paramLabel = "SEAT", description = "seller or buyer; default: the scenario's own.")
    private @Nullable String seat;

    @Option(
            names = "--script",
            required = true,
            paramLabel = "FILE",
            description = "One turn a line; - is standard input.")
    private String script = "";

    @Option(names = "--seed", defaultValue = "1", paramLabel = "N", description = "Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(names = "--scenarios", paramLabel = "DIR", description = "A folder with scenario files of your own.")
    private @Nullable Path own;

    @Option(names = "--json", description = "JSON instead of a page for people.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    private final Output output;

    public PlayCommand(Output output) {
        this.output = output;
    }

    record Act(String act, double confidence, List<String> because) {}

    record State(int interest, int trust, int patience) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(
            int i,
            String speaker,
            String text,
            String phase,
            List<Act> acts,
            State state,
            List<MindMove> moved,
            @Nullable String technique) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Played(String outcome, @Nullable Integer decidingTurn, int unused, List<Line> turns) {}

    @Override
    public Integer call() {
        Scenario played = Scenarios.load(own)
                .find(scenario)
                .orElseThrow(() -> usage("--scenario: there is no scenario " + scenario + "."));
        if (seat != null && !seat.equals(played.script().seat().code())) {
            throw usage("--seat: " + scenario + " is played from the "
                    + played.script().seat().code() + "'s chair.");
        }
        Counterpart counterpart = new Roleplay(BuiltInActAnalyser.english()).seat(played, level(), seed);
        List<String> lines = Input.lines(script);
        List<MarkedTurn> turns = new ArrayList<>(counterpart.open());
        int said = 0;
        for (String line : lines) {
            if (counterpart.ending().isPresent()) {
                break;
            }
            turns.addAll(counterpart.hear(line.strip()));
            said++;
        }
        print(counterpart, turns, lines.size() - said, played.script().seat());
        return 0;
    }

    private void print(Counterpart counterpart, List<MarkedTurn> turns, int unused, Seat personSeat) {
        String outcome = counterpart
                .ending()
                .map(e -> e.outcome())
                .orElse(Outcome.UNDECIDED)
                .code();
        Integer deciding = counterpart.ending().map(e -> e.decidingTurn()).orElse(null);
        if (json) {
            output.json(new Played(
                    outcome,
                    deciding,
                    unused,
                    turns.stream().map(PlayCommand::line).toList()));
            return;
        }
        for (MarkedTurn turn : turns) {
            boolean person = turn.turn().speaker() == personSeat.person();
            output.line((person ? "  you  " : "> ") + turn.turn().text());
            turn.moved()
                    .forEach(m -> output.line("         " + m.what() + (m.by() == 0 ? "" : " %+d".formatted(m.by()))
                            + "  (" + m.rule() + ")"));
        }
        output.line("Outcome: " + outcome + (deciding == null ? "" : ", decided in turn " + (deciding + 1)));
        if (unused > 0) {
            output.line(unused + " line(s) of the script were not needed.");
        }
    }

    private static Line line(MarkedTurn turn) {
        return new Line(
                turn.turn().i(),
                turn.turn().speaker().code(),
                turn.turn().text(),
                turn.phase().code(),
                turn.acts().stream()
                        .map(a -> new Act(a.act().code(), a.confidence(), a.because()))
                        .toList(),
                new State(
                        turn.state().interest(),
                        turn.state().trust(),
                        turn.state().patience()),
                turn.moved(),
                turn.technique());
    }

    private Level level() {
        for (Level one : Level.values()) {
            if (one.code().equals(level)) {
                return one;
            }
        }
        throw usage("--level: easy, medium, hard or expert.");
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
