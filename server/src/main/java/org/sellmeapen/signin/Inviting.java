package org.sellmeapen.signin;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.kernel.AuditTrail;
import org.sellmeapen.kernel.Cursor;
import org.sellmeapen.kernel.Ids;
import org.sellmeapen.kernel.NotFound;
import org.sellmeapen.kernel.TeamId;
import org.sellmeapen.tenancy.EmailAddress;
import org.sellmeapen.tenancy.Membership;
import org.sellmeapen.tenancy.Person;
import org.sellmeapen.tenancy.Role;
import org.sellmeapen.tenancy.RoleAboveOwn;
import org.sellmeapen.tenancy.SignedIn;
import org.sellmeapen.tenancy.Tenancy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Asks people into an organisation. */
@Service
class Inviting {

    private final Invitations invitations;
    private final OneTimeLinks links;
    private final Tenancy tenancy;
    private final Letters letters;
    private final TransactionOperations transactions;
    private final AuditTrail audit;
    private final Ids ids;
    private final Clock clock;

    Inviting(
            Invitations invitations,
            OneTimeLinks links,
            Tenancy tenancy,
            Letters letters,
            TransactionOperations transactions,
            AuditTrail audit,
            Ids ids,
            Clock clock) {
        this.invitations = invitations;
        this.links = links;
        this.tenancy = tenancy;
        this.letters = letters;
        this.transactions = transactions;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    record Made(Invitation invitation, OneTimeLink.Issued link, boolean mailed) {}

    List<Invitation> open(SignedIn who, @Nullable Cursor after, int limit) {
        return transactions.execute(_ -> invitations.page(who.organisation(), after, limit));
    }

    /** A second invitation of the same address takes the place of the first. */
    Made invite(SignedIn who, String typedEmail, Role role, List<TeamId> teams) {
        String email = EmailAddress.checked("email", typedEmail);
        if (!who.role().reaches(role)) {
            throw new RoleAboveOwn();
        }
        Optional<Person> known = tenancy.personByEmail(email);
        Instant now = clock.instant();
        Invitation invitation = new Invitation(
                who.organisation(),
                ids.next(),
                email,
                role,
                teams,
                who.person(),
                now,
                now.plus(LinkKind.INVITATION.lifetime()));
        record Stored(OneTimeLink.Issued link, String organisation) {}
        Stored stored = transactions.execute(_ -> {
            tenancy.mustBeTeams(teams);
            if (known.flatMap(person -> tenancy.membership(person.id()))
                    .filter(Membership::active)
                    .isPresent()) {
                throw new AlreadyMember();
            }
            for (Invitation earlier : invitations.of(who.organisation(), email)) {
                links.withdrawOf(earlier.id());
                invitations.remove(who.organisation(), earlier.id());
            }
            invitations.add(invitation);
            OneTimeLink.Issued link = links.issue(
                    LinkKind.INVITATION, who.organisation(), null, invitation.id(), LinkKind.INVITATION.lifetime());
            audit.record(
                    who.organisation(),
                    who.person(),
                    "invitation.made",
                    "invitation:" + invitation.id(),
                    Map.of("role", role.code()));
            return new Stored(link, tenancy.organisation().name());
        });
        boolean mailed = letters.invitation(invitation, stored.organisation(), stored.link());
        return new Made(invitation, stored.link(), mailed);
    }

    void withdraw(SignedIn who, UUID id) {
        transactions.executeWithoutResult(_ -> {
            invitations.find(who.organisation(), id).orElseThrow(() -> new NotFound("invitation"));
            links.withdrawOf(id);
            invitations.remove(who.organisation(), id);
            audit.record(who.organisation(), who.person(), "invitation.withdrawn", "invitation:" + id, Map.of());
        });
    }
}
