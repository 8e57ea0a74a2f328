package org.sellmeapen.console;

import java.util.Optional;
import org.sellmeapen.signin.Recovery;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(name = "person", description = "People's accounts.")
public final class PersonCommand {

    private final Output output;
    private final House house;

    public PersonCommand(Output output, House house) {
        this.output = output;
        this.house = house;
    }

    record Answer(String link) {}

    @Command(
            name = "reset-link",
            mixinStandardHelpOptions = true,
            description = "Makes a one-time link by which a person chooses a new password.")
    int resetLink(
            @Parameters(paramLabel = "EMAIL", description = "The address of the account.") String email,
            @Mixin DataOption options) {
        RunningServer server = options.running();
        if (server != null) {
            return say(overTheApi(server, email), options);
        }
        try (House.Rooms rooms = house.open(options.folder(house, output))) {
            return say(rooms.room(Recovery.class).linkFor(email), options);
        }
    }

    private static Optional<String> overTheApi(RunningServer server, String email) {
        for (JsonNode person : server.get("/api/v1/people?limit=100&q=" + RunningServer.quoted(email))
                .path("items")) {
            if (person.path("email").asString("").equalsIgnoreCase(email.strip())) {
                String id = person.path("id").asString("");
                return Optional.of(server.post("/api/v1/people/" + id + "/recovery-links")
                        .path("link")
                        .asString(""));
            }
        }
        return Optional.empty();
    }

    private int say(Optional<String> link, DataOption options) {
        if (link.isEmpty()) {
            output.problem("there is no account with that address.");
            return 1;
        }
        if (options.json) {
            output.json(new Answer(link.get()));
        } else {
            output.line(link.get());
        }
        return 0;
    }
}
