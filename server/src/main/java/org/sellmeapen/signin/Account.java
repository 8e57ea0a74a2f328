package org.sellmeapen.signin;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.kernel.AuditTrail;
import org.sellmeapen.kernel.NotFound;
import org.sellmeapen.kernel.OrganisationId;
import org.sellmeapen.kernel.PersonId;
import org.sellmeapen.tenancy.Names;
import org.sellmeapen.tenancy.OrganisationOfPerson;
import org.sellmeapen.tenancy.Person;
import org.sellmeapen.tenancy.SignedIn;
import org.sellmeapen.tenancy.Tenancy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** What somebody changes about themselves. */
@Service
class Account {

    private final Tenancy tenancy;
    private final SignIn signIn;
    private final Passwords passwords;
    private final PasswordHashing hashing;
    private final PasswordRules rules;
    private final WebSessions sessions;
    private final OneTimeLinks links;
    private final TransactionOperations transactions;
    private final AuditTrail audit;
    private final Clock clock;

    Account(
            Tenancy tenancy,
            SignIn signIn,
            Passwords passwords,
            PasswordHashing hashing,
            PasswordRules rules,
            WebSessions sessions,
            OneTimeLinks links,
            TransactionOperations transactions,
            AuditTrail audit,
            Clock clock) {
        this.tenancy = tenancy;
        this.signIn = signIn;
        this.passwords = passwords;
        this.hashing = hashing;
        this.rules = rules;
        this.sessions = sessions;
        this.links = links;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    void change(SignedIn who, @Nullable String name, @Nullable String language, @Nullable String appearance) {
        transactions.executeWithoutResult(_ -> {
            Person old = tenancy.person(who.person()).orElseThrow(() -> new NotFound("person"));
            tenancy.changeProfile(new Person(
                    old.id(),
                    name == null ? old.name() : Names.checked("name", name),
                    old.email(),
                    language == null ? old.language() : Names.language("language", language),
                    appearance == null ? old.appearance() : appearance,
                    old.version()));
            audit.record(who.organisation(), who.person(), "person.changed", "person:" + who.person(), Map.of());
        });
    }

    /** Ends every other session of the person at once. */
    void changePassword(Recognised me, String current, String wanted, SignIn.Caller caller) {
        SignedIn who = me.who();
        Person person = tenancy.account(who.person()).orElseThrow(() -> new NotFound("person"));
        String organisation = transactions.execute(_ -> tenancy.organisation().name());
        rules.check(wanted, List.of(person.email(), person.name(), String.valueOf(organisation)));
        signIn.proven(person.email(), current, caller).orElseThrow(WrongCredentials::new);
        String hash = hashing.hash(wanted);
        transactions.executeWithoutResult(_ -> {
            passwords.put(who.person(), hash, clock.instant());
            sessions.endOthers(who.person(), me.credential().id());
            links.withdrawRecoveriesOf(who.person());
            audit.record(who.organisation(), who.person(), "password.changed", "person:" + who.person(), Map.of());
        });
    }

    Recognised goTo(Recognised me, OrganisationId wanted) {
        PersonId person = me.who().person();
        OrganisationOfPerson place = tenancy.organisationsOf(person).stream()
                .filter(mine -> mine.id().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new NotFound("organisation"));
        sessions.goTo(me.credential().id(), wanted);
        return new Recognised(
                new SignedIn(person, place.id(), place.role(), place.role().permissions()), me.credential());
    }

    List<WebSession> sessions(PersonId person) {
        return sessions.of(person);
    }

    void endSession(SignedIn who, UUID id) {
        transactions.executeWithoutResult(_ -> {
            if (!sessions.end(id, who.person())) {
                throw new NotFound("sign-in");
            }
            audit.record(who.organisation(), who.person(), "sign-in.ended", "person:" + who.person(), Map.of());
        });
    }
}
