package org.sellmeapen.console;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.audit.Audit;
import org.sellmeapen.audit.AuditVerification;
import org.sellmeapen.kernel.OrganisationId;
import org.sellmeapen.tenancy.Tenancy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;

@Command(name = "audit", description = "The audit chain.")
public final class AuditCommand {

    private final Output output;
    private final House house;

    public AuditCommand(Output output, House house) {
        this.output = output;
        this.house = house;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Chain(
            String chain,
            boolean ok,
            long entries,
            long sealed,
            @Nullable Long firstBroken,
            @Nullable String reason) {}

    record Report(boolean ok, List<Chain> chains) {}

    @Command(
            name = "verify",
            mixinStandardHelpOptions = true,
            description = "Walks every chain; names the first broken or missing entry. Exit code 1 when there is one.")
    int verify(@Mixin DataOption options) {
        RunningServer server = options.running();
        if (server != null) {
            JsonNode said = server.get("/api/v1/audit-entries/verification");
            return say(
                    List.of(new Chain(
                            "organisation of the token",
                            said.path("ok").asBoolean(false),
                            said.path("entries").asLong(0),
                            said.path("sealed").asLong(0),
                            said.has("first_broken")
                                    ? (Long) said.path("first_broken").asLong(0)
                                    : null,
                            said.has("reason") ? said.path("reason").asString("") : null)),
                    options);
        }
        try (House.Rooms rooms = house.open(options.folder(house, output))) {
            Audit audit = rooms.room(Audit.class);
            List<Chain> chains = new ArrayList<>();
            chains.add(chain("house", audit.verifyHouse()));
            List<OrganisationId> organisations = rooms.room(Tenancy.class).organisations();
            for (OrganisationId organisation : organisations) {
                chains.add(chain("organisation " + organisation, audit.verify(organisation)));
            }
            for (OrganisationId gone : audit.othersThan(organisations)) {
                chains.add(chain("no more an organisation " + gone, audit.verify(gone)));
            }
            return say(chains, options);
        }
    }

    private int say(List<Chain> chains, DataOption options) {
        boolean ok = chains.stream().allMatch(Chain::ok);
        if (options.json) {
            output.json(new Report(ok, chains));
        } else {
            chains.forEach(c -> output.line("%-62s %s  %d entries, %d sealed%s"
                    .formatted(
                            c.chain(),
                            c.ok() ? "ok" : "BROKEN",
                            c.entries(),
                            c.sealed(),
                            c.ok() ? "" : ", first broken " + c.firstBroken() + ": " + c.reason())));
        }
        return ok ? 0 : 1;
    }

    private static Chain chain(String name, AuditVerification v) {
        return new Chain(name, v.ok(), v.entries(), v.sealed(), v.firstBroken(), v.reason());
    }
}
