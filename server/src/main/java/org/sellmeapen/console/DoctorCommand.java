package org.sellmeapen.console;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.sellmeapen.ai.EarSelfTest;
import org.sellmeapen.ai.Hearing;
import org.sellmeapen.ai.Speaking;
import org.sellmeapen.scenarios.ScenarioProblem;
import org.sellmeapen.scenarios.Scenarios;
import org.sellmeapen.tenancy.Tenancy;
import org.sellmeapen.training.Playable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "doctor",
        description = "Looks at the installation; names what is wrong, and the remedy. Exit code 1 when something is.")
public final class DoctorCommand implements Callable<Integer> {

    private static final long LITTLE_SPACE = 2L << 30;

    @Mixin
    private DataOption options = new DataOption();

    @Option(
            names = "--ear",
            description = {
                "Lets the speech recogniser that is set up hear a clip, and says how many words it got wrong and how fast it",
                "was. Takes up to a minute."
            })
    private boolean ear;

    private final Output output;
    private final House house;

    public DoctorCommand(Output output, House house) {
        this.output = output;
        this.house = house;
    }

    record Finding(String what, boolean ok, String said) {}

    record Report(boolean ok, List<Finding> findings) {}

    @Override
    public Integer call() throws IOException {
        Path folder = options.folderOnly(house);
        List<Finding> findings = new ArrayList<>();
        findings.add(new Finding("Java", Runtime.version().feature() >= 25, "version " + Runtime.version()));
        if (!Files.isDirectory(folder)) {
            findings.add(new Finding("data folder", false, folder + " is not there yet. `serve` makes it."));
            return report(findings);
        }
        findings.add(privacy(folder));
        FileStore disk = Files.getFileStore(folder);
        findings.add(new Finding(
                "disk",
                disk.getUsableSpace() > LITTLE_SPACE,
                (disk.getUsableSpace() >> 20) + " MiB free"
                        + (disk.getUsableSpace() > LITTLE_SPACE ? "" : "; make room")));
        findings.add(
                new Finding("running", true, house.inUse(folder) ? "a server runs on this folder" : "no server runs"));
        List<ScenarioProblem> refused = Scenarios.load(folder.resolve("scenarios"), List.of(new Playable()))
                .problems();
        findings.add(new Finding(
                "scenarios",
                refused.isEmpty(),
                refused.isEmpty()
                        ? "every file is served"
                        : String.join(
                                "; ",
                                refused.stream()
                                        .map(p -> p.file() + ":" + p.line() + " " + p.message() + " " + p.remedy())
                                        .toList())));
        inside(folder, findings);
        return report(findings);
    }

    private void inside(Path folder, List<Finding> findings) {
        try (House.Rooms rooms = house.open(folder)) {
            int organisations = rooms.room(Tenancy.class).organisations().size();
            findings.add(
                    new Finding("database", true, "answers, schema up to date, " + organisations + " organisation(s)"));
            // Nobody needs a voice: one can type and read.
            findings.add(new Finding(
                    "voice", true, String.join("; ", rooms.room(Speaking.class).about())));
            if (ear) {
                findings.add(heard(rooms.room(Hearing.class)));
            }
        } catch (RuntimeException e) {
            Throwable cause = e;
            while (cause.getCause() != null) {
                cause = cause.getCause();
            }
            findings.add(new Finding("database", false, String.valueOf(cause.getMessage())));
        }
    }

    private static Finding heard(Hearing hearing) {
        try {
            EarSelfTest.Report report = hearing.selfTest();
            return new Finding(
                    "ear",
                    switch (report.verdict()) {
                        case GOOD, FAIR -> true;
                        case POOR, FAILED, NOT_RUN -> false;
                    },
                    report.sentence() + (report.heard() == null ? "" : " It heard: \"" + report.heard() + "\""));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Finding("ear", false, "interrupted");
        }
    }

    private static Finding privacy(Path folder) throws IOException {
        Set<PosixFilePermission> open = Set.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);
        Path keys = folder.resolve("keys");
        boolean exposed = Files.isDirectory(keys)
                && Files.getPosixFilePermissions(keys).stream().anyMatch(open::contains);
        return new Finding(
                "keys",
                !exposed,
                exposed ? keys + " can be read by others: chmod -R go= " + keys : "nobody else can read them");
    }

    private int report(List<Finding> findings) {
        boolean ok = findings.stream().allMatch(Finding::ok);
        if (options.json) {
            output.json(new Report(ok, findings));
        } else {
            findings.forEach(
                    f -> output.line((f.ok() ? "ok      " : "PROBLEM ") + "%-12s ".formatted(f.what()) + f.said()));
        }
        return ok ? 0 : 1;
    }
}
