package org.sellmeapen.signin;

import org.sellmeapen.tenancy.AccountRemoved;
import org.sellmeapen.tenancy.MembershipEnded;
import org.sellmeapen.tenancy.OrganisationDissolved;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Takes away what opens a door, in the transaction that closes it: letting somebody in again revives no old session. */
@Component
class AccessEnds {

    private final WebSessions sessions;
    private final ApiTokens tokens;
    private final Passwords passwords;
    private final OneTimeLinks links;
    private final Invitations invitations;

    AccessEnds(
            WebSessions sessions, ApiTokens tokens, Passwords passwords, OneTimeLinks links, Invitations invitations) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.passwords = passwords;
        this.links = links;
        this.invitations = invitations;
    }

    @EventListener
    void on(MembershipEnded ended) {
        sessions.endIn(ended.organisation(), ended.person());
        tokens.revokeIn(ended.organisation(), ended.person());
    }

    @EventListener
    void on(OrganisationDissolved dissolved) {
        invitations.removeAll(dissolved.organisation());
    }

    @EventListener
    void on(AccountRemoved removed) {
        sessions.endAll(removed.person());
        tokens.revokeAll(removed.person());
        links.withdrawRecoveriesOf(removed.person());
        passwords.remove(removed.person());
    }
}
