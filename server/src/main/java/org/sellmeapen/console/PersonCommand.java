package org.sellmeapen.console;

import java.util.Optional;
import org.sellmeapen.signin.Recovery;
import org.sellmeapen.tenancy.PersonErasure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
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

    record Erased(boolean erased) {}

    @Command(
            name = "erase",
            mixinStandardHelpOptions = true,
            description =
                    "Erases a person for good: account, sessions, scorecards and recordings. A running server erases"
                            + " from the organisation of the token only; without one it is done in every organisation.")
    int erase(
            @Parameters(paramLabel = "EMAIL", description = "The address of the account.") String email,
            @Option(names = "--yes", required = true, description = "It is meant. This cannot be undone.") boolean yes,
            @Mixin DataOption options) {
        RunningServer server = options.running();
        if (server != null) {
            Optional<String> id = idOverTheApi(server, email);
            id.ifPresent(person -> server.post("/api/v1/people/" + person + "/erasure"));
            return sayErased(id.isPresent(), options);
        }
        try (House.Rooms rooms = house.open(options.folder(house, output))) {
            return sayErased(rooms.room(PersonErasure.class).erase(email), options);
        }
    }

    private int sayErased(boolean erased, DataOption options) {
        if (!erased) {
            output.problem("there is no account with that address.");
            return 1;
        }
        if (options.json) {
            output.json(new Erased(true));
        } else {
            output.line("Erased.");
        }
        return 0;
    }

    private static Optional<String> overTheApi(RunningServer server, String email) {
        return idOverTheApi(server, email)
                .map(id -> server.post("/api/v1/people/" + id + "/recovery-links")
                        .path("link")
                        .asString(""));
    }

    private static Optional<String> idOverTheApi(RunningServer server, String email) {
        for (JsonNode person : server.get("/api/v1/people?limit=100&q=" + RunningServer.quoted(email))
                .path("items")) {
            if (person.path("email").asString("").equalsIgnoreCase(email.strip())) {
                return Optional.of(person.path("id").asString(""));
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
