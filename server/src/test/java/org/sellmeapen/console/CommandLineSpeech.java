package org.sellmeapen.console;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import picocli.CommandLine;

/** The command {@code speech} as somebody would type it. */
public final class CommandLineSpeech {

    private CommandLineSpeech() {}

    /** What it prints as JSON. */
    public static String json(Path recording) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream problems = new ByteArrayOutputStream();
        Output output = new Output(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(problems, true, StandardCharsets.UTF_8));
        int code = new CommandLine(new SpeechCommand(output)).execute(recording.toString(), "--json");
        if (code != 0) {
            throw new IllegalStateException(code + ": " + problems.toString(StandardCharsets.UTF_8));
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
