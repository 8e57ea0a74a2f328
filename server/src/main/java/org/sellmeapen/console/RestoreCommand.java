package org.sellmeapen.console;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.sellmeapen.embeddedpg.Backup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "restore", description = "Brings a backup into an empty data folder.")
public final class RestoreCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "A file that `backup` wrote.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Mixin
    private DataOption options = new DataOption();

    private final Output output;
    private final House house;

    public RestoreCommand(Output output, House house) {
        this.output = output;
        this.house = house;
    }

    @Override
    public Integer call() throws Exception {
        Path folder = options.folderOnly(house);
        if (!Files.isRegularFile(file)) {
            throw new Input.NotReadable(file + " is not a file that can be read.");
        }
        if (house.inUse(folder)) {
            throw new Input.NotReadable(
                    "a server runs on " + folder + ". Stop it, or name another folder with --data.");
        }
        Backup.mustBeEmpty(folder);
        Backup.Checked checked = Backup.check(file);
        house.open(folder).close(); // makes the schema
        Backup.Report report = house.asOwner(folder, owner -> Backup.restore(checked, owner, folder));
        if (options.json) {
            output.json(report);
        } else {
            output.line(folder + ": " + report.tables() + " tables, " + report.rows() + " rows, " + report.files()
                    + " files");
        }
        return 0;
    }
}
