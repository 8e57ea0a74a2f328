package org.sellmeapen;

import org.sellmeapen.console.ActsCommand;
import org.sellmeapen.console.AuditCommand;
import org.sellmeapen.console.BackupCommand;
import org.sellmeapen.console.DoctorCommand;
import org.sellmeapen.console.House;
import org.sellmeapen.console.JudgeCommand;
import org.sellmeapen.console.KeysCommand;
import org.sellmeapen.console.Output;
import org.sellmeapen.console.PersonCommand;
import org.sellmeapen.console.PlayCommand;
import org.sellmeapen.console.Refusals;
import org.sellmeapen.console.RestoreCommand;
import org.sellmeapen.console.ScoreCommand;
import org.sellmeapen.console.SeedCommand;
import org.sellmeapen.console.SpeechCommand;
import org.sellmeapen.console.TokenCommand;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.scheduling.annotation.EnableScheduling;
import picocli.CommandLine;
import picocli.CommandLine.Command;

@SpringBootApplication
@ConfigurationPropertiesScan
@EnableAsync
@EnableScheduling
public class SellMeAPen {

    @Command(
            name = "sellmeapen",
            mixinStandardHelpOptions = true,
            version = "SellMeAPen 0.1.0",
            description = "Rehearse sales conversations, and be judged with a quote for every point.",
            synopsisSubcommandLabel = "COMMAND",
            footer = {
                "",
                "play, score, acts and speech need neither server nor database. The others work on a data folder (--data, or",
                "SELLMEAPEN_DATA, or ./data), also beside a server that runs on it.",
                "Exit codes: 0 done, 1 failed, 2 used wrongly."
            })
    static final class Top {}

    public static void main(String[] arguments) {
        String databaseUrl = System.getenv().getOrDefault("SELLMEAPEN_DB_URL", "");
        System.exit(run(Output.aloneOnTerminal(), new OperatorHouse(databaseUrl), arguments));
    }

    static int run(Output output, House house, String... arguments) {
        CommandLine line = new CommandLine(new Top())
                .addSubcommand(new ServeCommand(output))
                .addSubcommand(new SeedCommand(output, house))
                .addSubcommand(new PlayCommand(output))
                .addSubcommand(new ScoreCommand(output, house))
                .addSubcommand(new ActsCommand(output))
                .addSubcommand(new SpeechCommand(output))
                .addSubcommand(new PersonCommand(output, house))
                .addSubcommand(new TokenCommand(output, house))
                .addSubcommand(new AuditCommand(output, house))
                .addSubcommand(new JudgeCommand(output, house))
                .addSubcommand(new KeysCommand(output, house))
                .addSubcommand(new BackupCommand(output, house))
                .addSubcommand(new RestoreCommand(output, house))
                .addSubcommand(new DoctorCommand(output, house));
        line.getSubcommands().values().forEach(SellMeAPen::withHelp);
        line.setOut(output.help());
        line.setExecutionExceptionHandler(new Refusals(output));
        if (arguments.length == 0) {
            line.usage(line.getErr());
            return CommandLine.ExitCode.USAGE;
        }
        return line.execute(arguments);
    }

    private static void withHelp(CommandLine command) {
        // A command that is a method must say it itself: its arguments are found by their place among all options.
        if (!command.getCommandSpec().mixinStandardHelpOptions()) {
            command.getCommandSpec().mixinStandardHelpOptions(true);
        }
        command.getSubcommands().values().forEach(SellMeAPen::withHelp);
    }
}
