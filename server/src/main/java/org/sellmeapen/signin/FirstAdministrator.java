package org.sellmeapen.signin;

import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whoever holds the link that the first start prints becomes the first owner; so no default password exists anywhere. */
@Component
public class FirstAdministrator {

    private final Installation installation;
    private final OneTimeLinks links;

    FirstAdministrator(Installation installation, OneTimeLinks links) {
        this.installation = installation;
        this.links = links;
    }

    /** A fresh link while nobody has come; call it at each start and print what it answers. */
    public Optional<String> linkIfNeeded() {
        if (installation.claimed()) {
            return Optional.empty();
        }
        return Optional.of(
                links.issue(LinkKind.FIRST_ADMINISTRATOR, null, null, null, LinkKind.FIRST_ADMINISTRATOR.lifetime())
                        .url());
    }
}
