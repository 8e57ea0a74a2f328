package org.sellmeapen.console;

import java.util.Set;
import java.util.UUID;
import org.sellmeapen.kernel.Ids;
import org.sellmeapen.kernel.OrganisationId;
import org.sellmeapen.kernel.PersonId;
import org.sellmeapen.kernel.TeamId;
import org.sellmeapen.signin.NewAccounts;
import org.sellmeapen.signin.TokenDesk;
import org.sellmeapen.signin.TokenScope;
import org.sellmeapen.tenancy.OrganisationScope;
import org.sellmeapen.tenancy.Role;
import org.sellmeapen.tenancy.SignedIn;
import org.sellmeapen.tenancy.Tenancy;
import org.springframework.transaction.support.TransactionTemplate;

/** Founds organisations and lets people in, through the same front doors as everybody. */
final class Seeding {

    private final Tenancy tenancy;
    private final NewAccounts accounts;
    private final TokenDesk tokens;
    private final TransactionTemplate transaction;
    private final Ids ids;

    Seeding(House.Rooms rooms) {
        this.tenancy = rooms.room(Tenancy.class);
        this.accounts = rooms.room(NewAccounts.class);
        this.tokens = rooms.room(TokenDesk.class);
        this.transaction = rooms.room(TransactionTemplate.class);
        this.ids = rooms.room(Ids.class);
    }

    OrganisationId found(String name, boolean demo) {
        OrganisationId id = new OrganisationId(ids.next());
        OrganisationScope.within(id, () -> {
            transaction.executeWithoutResult(_ -> tenancy.found(name, "en", demo));
            return null;
        });
        return id;
    }

    TeamId team(OrganisationId organisation, String name) {
        TeamId id = new TeamId(ids.next());
        OrganisationScope.within(organisation, () -> {
            transaction.executeWithoutResult(_ -> tenancy.form(id, name));
            return null;
        });
        return id;
    }

    /** @param password absent: the account has none until its owner comes by a link */
    SignedIn person(
            OrganisationId organisation,
            String email,
            String name,
            Role role,
            Set<TeamId> teams,
            boolean leads,
            @org.jspecify.annotations.Nullable String password) {
        PersonId person = new PersonId(ids.next());
        String hashed = password == null ? null : accounts.hashed(password);
        OrganisationScope.within(organisation, person, () -> {
            transaction.executeWithoutResult(_ -> {
                tenancy.register(person, email, name, "en");
                tenancy.join(person, role, Set.of());
                teams.forEach(team -> tenancy.place(person, team, leads));
                if (hashed != null) {
                    accounts.setPassword(person, hashed);
                }
            });
            return null;
        });
        return new SignedIn(person, organisation, role, role.permissions());
    }

    String token(SignedIn who, String name) {
        return OrganisationScope.within(
                who.organisation(),
                () -> tokens.make(who.organisation(), who.person(), name, Set.of(TokenScope.values())));
    }

    String newPassword() {
        return accounts.newPassword();
    }

    String invite(SignedIn who, String email, Role role) {
        return OrganisationScope.within(who.organisation(), who.person(), () -> accounts.invite(who, email, role));
    }

    UUID next() {
        return ids.next();
    }
}
