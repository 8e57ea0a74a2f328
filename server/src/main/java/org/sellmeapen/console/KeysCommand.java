package org.sellmeapen.console;

import java.util.List;
import org.sellmeapen.connections.Connections;
import org.sellmeapen.kernel.OrganisationId;
import org.sellmeapen.media.Media;
import org.sellmeapen.tenancy.OrganisationScope;
import org.sellmeapen.tenancy.Tenancy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "keys", description = "The keys under which recordings and the keys of other houses are sealed.")
public final class KeysCommand {

    private final Output output;
    private final House house;

    public KeysCommand(Output output, House house) {
        this.output = output;
        this.house = house;
    }

    record Rotated(int organisations, int recordings, int connections) {}

    @Command(
            name = "rotate",
            mixinStandardHelpOptions = true,
            description = {
                "Makes new keys: one for each organisation and, in DATA/keys, the master keys that wrap them.",
                "What was recorded before stays readable. Nodes that do not share the folder need its keys/ before they go on."
            })
    int rotate(@Mixin DataOption options) {
        if (options.server != null) {
            throw new Input.UsedWrongly(
                    "--server: the master keys lie in the data folder (--data); rotate them there.");
        }
        try (House.Rooms rooms = house.open(options.folder(house, output))) {
            Media media = rooms.room(Media.class);
            Connections connections = rooms.room(Connections.class);
            List<OrganisationId> organisations = rooms.room(Tenancy.class).organisations();
            for (OrganisationId organisation : organisations) {
                OrganisationScope.within(organisation, () -> {
                    media.rotateKey();
                    connections.rotateKey();
                    return true;
                });
            }
            Rotated rotated = new Rotated(
                    organisations.size(), media.rotateMasterKey(), connections.rotateMasterKey(organisations));
            if (options.json) {
                output.json(rotated);
            } else {
                output.line(
                        "New keys for %d organisations, new master keys for both.".formatted(rotated.organisations()));
            }
            return 0;
        }
    }
}
