package org.sellmeapen.console;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.conversation.ActAnalyser;
import org.sellmeapen.conversation.BuiltInActAnalyser;
import org.sellmeapen.conversation.Speaker;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.core.JacksonException;

@Command(
        name = "acts",
        description = {
            "Says what utterances do.",
            "Reads JSON Lines {speaker, text, context?, language?}; prints one {acts:[{act, confidence, because}]} a line,",
            "main act first, empty where the analyser abstains."
        })
public final class ActsCommand implements Callable<Integer> {

    @Parameters(
            arity = "0..1",
            defaultValue = "-",
            paramLabel = "FILE",
            description = "JSON Lines; - is standard input.")
    private String file = "-";

    @Option(names = "--json", description = "Accepted for likeness with the other commands: the answer is JSON anyway.")
    @SuppressWarnings("unused")
    private boolean json;

    private final Output output;

    public ActsCommand(Output output) {
        this.output = output;
    }

    record Line(
            @Nullable String speaker,
            @Nullable String text,
            @Nullable String context,
            @Nullable String language) {}

    record Reading(String act, double confidence, List<String> because) {}

    record Answer(List<Reading> acts) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Refused(int line, String error) {}

    @Override
    public Integer call() {
        ActAnalyser analyser = BuiltInActAnalyser.english();
        int number = 0;
        int refused = 0;
        for (String line : Input.lines(file)) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            String why = answer(analyser, line);
            if (why != null) {
                refused++;
                output.json(new Refused(number, why));
                output.problem("line " + number + ": " + why);
            }
        }
        return refused == 0 ? 0 : 1;
    }

    private @Nullable String answer(ActAnalyser analyser, String json) {
        @Nullable Line line;
        try {
            line = Output.JSON.readValue(json, Line.class);
        } catch (JacksonException e) {
            return "not a JSON object {speaker, text, context?, language?}";
        }
        Speaker speaker = line == null ? null : Transcripts.speaker(line.speaker());
        if (line == null || speaker == null || line.text() == null) {
            return "speaker must be rep or buyer, and text must be there";
        }
        boolean english = line.language() == null
                || line.language().toLowerCase(Locale.ROOT).startsWith("en");
        output.json(new Answer(
                english
                        ? analyser.read(speaker, line.text(), line.context()).stream()
                                .map(a -> new Reading(a.act().code(), a.confidence(), a.because()))
                                .toList()
                        : List.of()));
        return null;
    }
}
