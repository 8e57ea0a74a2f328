package org.sellmeapen.console;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.tenancy.Tenancy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "seed",
        description = {
            "Makes data to look at or to test with.",
            "demo: one made-up organisation, clearly labelled, removed by --remove.",
            "probe: two organisations with every role and three of every resource; only on a data folder of `serve --profile probe`."
        })
public final class SeedCommand implements Callable<Integer> {

    @Option(names = "--profile", required = true, paramLabel = "NAME", description = "demo or probe.")
    private String profile = "";

    @Option(names = "--remove", description = "Removes the demo organisation with everything in it.")
    private boolean remove;

    @Mixin
    private DataOption options = new DataOption();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    private final Output output;
    private final House house;

    public SeedCommand(Output output, House house) {
        this.output = output;
        this.house = house;
    }

    @Override
    public Integer call() {
        if (!profile.equals("demo") && !profile.equals("probe")) {
            throw new ParameterException(spec.commandLine(), "--profile: demo or probe.");
        }
        if (remove && profile.equals("probe")) {
            throw new ParameterException(spec.commandLine(), "--remove: goes with --profile demo only.");
        }
        var folder = options.folder(house, output);
        if (profile.equals("probe") && !house.profile(folder).equals("probe")) {
            output.problem(folder + " is no probe folder. Start `serve --profile probe` on an empty folder first.");
            return 1;
        }
        try (House.Rooms rooms = house.open(folder)) {
            if (profile.equals("probe")) {
                if (!rooms.room(Tenancy.class).organisations().isEmpty()) {
                    output.problem(folder + " holds organisations already. The probe data go into an empty one only.");
                    return 1;
                }
                Object made = new ProbeSeed(rooms).make();
                rooms.settle();
                return say(made);
            }
            DemoSeed demo = new DemoSeed(rooms);
            Object done = remove ? demo.remove() : demo.make();
            rooms.settle();
            return say(done);
        }
    }

    private int say(@Nullable Object made) {
        if (made == null) {
            output.problem("there is nothing to do: look with `seed --help`.");
            return 1;
        }
        if (options.json || profile.equals("probe")) {
            output.json(made);
        } else if (made instanceof DemoSeed.Made demo) {
            output.line("Made " + demo.organisation() + ": " + demo.people().size() + " people, " + demo.sessions()
                    + " sessions.");
            demo.people().forEach(p -> output.line("  %-10s %-20s %s".formatted(p.role(), p.name(), p.link())));
            output.line(
                    "Each link works once and lets you choose a password. Remove it all with: seed --profile demo --remove");
        } else {
            output.line(made.toString());
        }
        return 0;
    }
}
