package org.sellmeapen.signin;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.sellmeapen.kernel.AuditTrail;
import org.sellmeapen.kernel.Ids;
import org.sellmeapen.kernel.NotFound;
import org.sellmeapen.kernel.PersonId;
import org.sellmeapen.tenancy.EmailAddress;
import org.sellmeapen.tenancy.Membership;
import org.sellmeapen.tenancy.Person;
import org.sellmeapen.tenancy.RoleAboveOwn;
import org.sellmeapen.tenancy.SignedIn;
import org.sellmeapen.tenancy.Tenancy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Ways back in for who forgot a password: by mail, through an administrator, through the operator. */
@Service
public class Recovery {

    private static final Logger log = LoggerFactory.getLogger(Recovery.class);
    private static final Duration BY_MAIL = Duration.ofHours(1);
    private static final Duration WINDOW = Duration.ofHours(1);
    private static final int PER_ACCOUNT = 5;
    private static final int PER_ADDRESS = 30;

    private final Tenancy tenancy;
    private final OneTimeLinks links;
    private final Letters letters;
    private final Attempts attempts;
    private final Executor afterwards;
    private final TransactionOperations transactions;
    private final AuditTrail audit;
    private final Ids ids;

    Recovery(
            Tenancy tenancy,
            OneTimeLinks links,
            Letters letters,
            Attempts attempts,
            @Qualifier("recoveries") Executor afterwards,
            TransactionOperations transactions,
            AuditTrail audit,
            Ids ids) {
        this.tenancy = tenancy;
        this.links = links;
        this.letters = letters;
        this.attempts = attempts;
        this.afterwards = afterwards;
        this.transactions = transactions;
        this.audit = audit;
        this.ids = ids;
    }

    /** Answers at once and alike whoever is asked for; what depends on that happens on another thread. */
    void ask(String typedEmail, SignIn.Caller caller) {
        String email = EmailAddress.normalised(typedEmail);
        attempts.take(Attempts.address("recovery", caller.address()), PER_ADDRESS, WINDOW);
        attempts.take(Attempts.account("recovery", email), PER_ACCOUNT, WINDOW);
        if (letters.deliver()) {
            afterwards.execute(() -> mail(email));
        }
    }

    private void mail(String email) {
        try {
            Optional<Person> person = tenancy.personByEmail(email);
            if (person.isEmpty() || tenancy.organisationsOf(person.get().id()).isEmpty()) {
                return;
            }
            PersonId id = person.get().id();
            OneTimeLink.Issued link = transactions.execute(_ -> {
                audit.record(null, null, "recovery.mailed", "person:" + id, Map.of());
                return links.issue(LinkKind.RECOVERY, null, id, null, BY_MAIL);
            });
            letters.recovery(ids.next().toString(), person.get().email(), link);
        } catch (RuntimeException trouble) {
            log.error("a recovery link could not be sent", trouble);
        }
    }

    /** For the operator, who may let anybody in. Outside any scope. Empty when there is no such account. */
    public Optional<String> linkFor(String email) {
        return tenancy.personByEmail(EmailAddress.normalised(email))
                .map(person -> transactions.execute(_ -> {
                    audit.record(null, null, "recovery.issued-by-operator", "person:" + person.id(), Map.of());
                    return links.issue(LinkKind.RECOVERY, null, person.id(), null, LinkKind.RECOVERY.lifetime())
                            .url();
                }));
    }

    /** By an administrator, only for who belongs to that organisation alone: elsewhere they have no say. */
    OneTimeLink.Issued linkBy(SignedIn who, PersonId person) {
        boolean onlyHere = tenancy.belongsOnlyTo(who.organisation(), person);
        return transactions.execute(_ -> {
            Membership membership =
                    tenancy.membership(person).filter(Membership::active).orElseThrow(() -> new NotFound("person"));
            if (!who.role().reaches(membership.role())) {
                throw new RoleAboveOwn();
            }
            if (!onlyHere) {
                throw new RecoveryElsewhere();
            }
            audit.record(who.organisation(), who.person(), "recovery.issued", "person:" + person, Map.of());
            return links.issue(LinkKind.RECOVERY, who.organisation(), person, null, LinkKind.RECOVERY.lifetime());
        });
    }
}
