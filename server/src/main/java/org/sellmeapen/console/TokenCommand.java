package org.sellmeapen.console;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.sellmeapen.signin.TokenDesk;
import org.sellmeapen.signin.TokenScope;
import org.sellmeapen.tenancy.OrganisationOfPerson;
import org.sellmeapen.tenancy.OrganisationScope;
import org.sellmeapen.tenancy.Person;
import org.sellmeapen.tenancy.Tenancy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "token", description = "API tokens.")
public final class TokenCommand {

    private final Output output;
    private final House house;

    public TokenCommand(Output output, House house) {
        this.output = output;
        this.house = house;
    }

    record Answer(String token, String organisationId, String personId, List<String> scopes) {}

    @Command(
            name = "create",
            mixinStandardHelpOptions = true,
            description = "Makes an API token for a person and prints it, once.")
    int create(
            @Option(names = "--person", required = true, paramLabel = "EMAIL") String email,
            @Option(names = "--name", defaultValue = "command line", description = "Default: ${DEFAULT-VALUE}.")
                    String name,
            @Option(
                            names = "--scope",
                            split = ",",
                            defaultValue = "read",
                            description =
                                    "read, write, admin; each includes the one before. Default: ${DEFAULT-VALUE}.")
                    List<String> scopes,
            @Mixin DataOption options) {
        Set<TokenScope> asked = new LinkedHashSet<>();
        scopes.forEach(scope -> asked.add(scope(scope)));
        if (options.server != null) {
            throw new Input.UsedWrongly("--server: a token cannot make tokens, or it would outlive its revocation."
                    + " Make it in the browser, or here on the data folder (--data).");
        }
        try (House.Rooms rooms = house.open(options.folder(house, output))) {
            Tenancy tenancy = rooms.room(Tenancy.class);
            Person person = tenancy.personByEmail(email.strip().toLowerCase(java.util.Locale.ROOT))
                    .orElse(null);
            List<OrganisationOfPerson> organisations =
                    person == null ? List.of() : tenancy.organisationsOf(person.id());
            if (person == null || organisations.isEmpty()) {
                output.problem("there is no account with that address in any organisation.");
                return 1;
            }
            var organisation = organisations.getFirst().id();
            String token = OrganisationScope.within(
                    organisation, () -> rooms.room(TokenDesk.class).make(organisation, person.id(), name, asked));
            if (options.json) {
                output.json(
                        new Answer(token, organisation.toString(), person.id().toString(), new ArrayList<>(scopes)));
            } else {
                output.line(token);
            }
            return 0;
        }
    }

    private static TokenScope scope(String code) {
        for (TokenScope scope : TokenScope.values()) {
            if (scope.code().equals(code)) {
                return scope;
            }
        }
        throw new Input.UsedWrongly("--scope: read, write or admin.");
    }
}
