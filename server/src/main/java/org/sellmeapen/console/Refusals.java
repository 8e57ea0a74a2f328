package org.sellmeapen.console;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.sellmeapen.embeddedpg.BackupRefused;
import org.sellmeapen.embeddedpg.DataFolderInUse;
import org.sellmeapen.embeddedpg.PostgresCannotStart;
import org.sellmeapen.kernel.Problem;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** What a command that failed says: a refusal in one line, a bug with its trace. */
public final class Refusals implements CommandLine.IExecutionExceptionHandler {

    private final Output output;

    public Refusals(Output output) {
        this.output = output;
    }

    @Override
    public int handleExecutionException(Exception thrown, CommandLine line, ParseResult parsed) throws Exception {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case CommandLine.ParameterException usage -> throw usage;
                case Input.NotReadable refused -> {
                    return say(refused.getMessage());
                }
                case Input.UsedWrongly wrong -> {
                    say(wrong.getMessage());
                    return CommandLine.ExitCode.USAGE;
                }
                case AccessDeniedException denied -> {
                    return say(denied.getFile() + " may not be read or written by this user.");
                }
                case NoSuchFileException missing -> {
                    return say(missing.getFile() + ": there is no such file or folder.");
                }
                case Problem problem -> {
                    return say(problem.detail());
                }
                case BackupRefused refused -> {
                    return say(refused.getMessage());
                }
                case DataFolderInUse inUse -> {
                    return say(inUse.getMessage());
                }
                case PostgresCannotStart cannot -> {
                    return say(cannot.getMessage());
                }
                case java.sql.SQLException database -> {
                    return say("The database cannot be used: "
                            + String.valueOf(database.getMessage())
                                    .lines()
                                    .findFirst()
                                    .orElse("")
                            + " Look at SELLMEAPEN_DB_URL, if that is where it is named.");
                }
                case java.io.UncheckedIOException file
                when file.getCause() instanceof FileSystemException system -> {
                    return say(file.getMessage() + ": "
                            + (system.getReason() == null ? system.getMessage() : system.getReason()) + ".");
                }
                case java.io.UncheckedIOException port
                when port.getCause() instanceof java.net.BindException taken -> {
                    return say(port.getMessage() + ": " + taken.getMessage() + ".");
                }
                case java.net.BindException taken -> {
                    return say(
                            String.valueOf(taken.getMessage()).contains("assign")
                                    ? "This machine has no such address. Choose one of its own with --host."
                                    : "That address or port is taken: " + taken.getMessage()
                                            + ". Choose another with --port.");
                }
                case org.springframework.boot.web.server.PortInUseException taken -> {
                    return say("Port " + taken.getPort() + " is taken. Choose another with --port.");
                }
                default -> {}
            }
        }
        throw thrown;
    }

    private int say(@org.jspecify.annotations.Nullable String message) {
        output.problem(String.valueOf(message));
        return CommandLine.ExitCode.SOFTWARE;
    }
}
