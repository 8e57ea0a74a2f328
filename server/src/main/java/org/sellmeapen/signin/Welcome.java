package org.sellmeapen.signin;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.kernel.AuditTrail;
import org.sellmeapen.kernel.Ids;
import org.sellmeapen.kernel.NotValid;
import org.sellmeapen.kernel.OrganisationId;
import org.sellmeapen.kernel.PersonId;
import org.sellmeapen.tenancy.EmailAddress;
import org.sellmeapen.tenancy.OrganisationOfPerson;
import org.sellmeapen.tenancy.OrganisationScope;
import org.sellmeapen.tenancy.Person;
import org.sellmeapen.tenancy.Role;
import org.sellmeapen.tenancy.Tenancy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** What happens when somebody opens a one-time link. Using it up and what it brings about are one transaction. */
@Service
class Welcome {

    private final OneTimeLinks links;
    private final Invitations invitations;
    private final Installation installation;
    private final Tenancy tenancy;
    private final SignIn signIn;
    private final Passwords passwords;
    private final PasswordHashing hashing;
    private final PasswordRules rules;
    private final WebSessions sessions;
    private final ApiTokens tokens;
    private final TransactionOperations transactions;
    private final AuditTrail audit;
    private final Ids ids;
    private final Clock clock;

    Welcome(
            OneTimeLinks links,
            Invitations invitations,
            Installation installation,
            Tenancy tenancy,
            SignIn signIn,
            Passwords passwords,
            PasswordHashing hashing,
            PasswordRules rules,
            WebSessions sessions,
            ApiTokens tokens,
            TransactionOperations transactions,
            AuditTrail audit,
            Ids ids,
            Clock clock) {
        this.links = links;
        this.invitations = invitations;
        this.installation = installation;
        this.tenancy = tenancy;
        this.signIn = signIn;
        this.passwords = passwords;
        this.hashing = hashing;
        this.rules = rules;
        this.sessions = sessions;
        this.tokens = tokens;
        this.transactions = transactions;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** What somebody fills in; which of it is needed depends on the link. */
    record Answer(
            String token,
            String password,
            @Nullable String name,
            @Nullable String email,
            @Nullable String organisationName) {}

    /**
     * What a link is for.
     *
     * @param name of the account that exists already; then its password is asked for instead of a new one
     */
    record Purpose(
            OneTimeLink link,
            @Nullable String email,
            @Nullable String name,
            @Nullable String organisationName,
            @Nullable Role role) {}

    Purpose look(String token) {
        OneTimeLink link = links.find(token).orElseThrow(LinkNotValid::new);
        return switch (link.kind()) {
            case FIRST_ADMINISTRATOR -> {
                if (installation.claimed()) {
                    throw new LinkNotValid();
                }
                yield new Purpose(link, null, null, null, null);
            }
            case INVITATION -> {
                Invitation invitation = invitation(link);
                Optional<Person> known = tenancy.personByEmail(invitation.email());
                yield new Purpose(
                        link,
                        invitation.email(),
                        known.map(Person::name).orElse(null),
                        organisationName(invitation.organisation()),
                        invitation.role());
            }
            case RECOVERY -> {
                Person person = recovering(link);
                yield new Purpose(link, person.email(), person.name(), null, null);
            }
        };
    }

    SignIn.Opened accept(Answer answer, @Nullable Recognised signedIn, SignIn.Caller caller) {
        OneTimeLink link = links.find(answer.token()).orElseThrow(LinkNotValid::new);
        return switch (link.kind()) {
            case FIRST_ADMINISTRATOR -> administrator(answer, caller);
            case INVITATION -> invited(answer, invitation(link), signedIn, caller);
            case RECOVERY -> recovered(answer, recovering(link), caller);
        };
    }

    private SignIn.Opened administrator(Answer answer, SignIn.Caller caller) {
        String email = EmailAddress.checked("email", needed("email", answer.email()));
        String name = needed("name", answer.name());
        String organisationName = needed("organisation_name", answer.organisationName());
        if (tenancy.personByEmail(email).isPresent()) {
            throw new EmailTaken();
        }
        String hash = newPassword(answer.password(), List.of(email, name, organisationName));
        OrganisationId organisation = new OrganisationId(ids.next());
        PersonId person = new PersonId(ids.next());
        return in(organisation, person, () -> {
            links.use(answer.token());
            installation.claim();
            tenancy.found(organisationName, "en", false);
            tenancy.register(person, email, name, "en");
            tenancy.join(person, Role.OWNER, List.of());
            passwords.put(person, hash, clock.instant());
            return signIn.open(person, new OrganisationOfPerson(organisation, organisationName, Role.OWNER), caller);
        });
    }

    private SignIn.Opened invited(
            Answer answer, Invitation invitation, @Nullable Recognised signedIn, SignIn.Caller caller) {
        Optional<Person> known = tenancy.personByEmail(invitation.email());
        if (known.isPresent()) {
            boolean present = signedIn != null
                    && signedIn.who().person().equals(known.get().id());
            if (!present) {
                signIn.proven(invitation.email(), answer.password(), caller).orElseThrow(WrongCredentials::new);
            }
            return joined(answer, invitation, known.get().id(), () -> {}, caller);
        }
        String name = needed("name", answer.name());
        String hash = newPassword(
                answer.password(), List.of(invitation.email(), name, organisationName(invitation.organisation())));
        PersonId person = new PersonId(ids.next());
        return joined(
                answer,
                invitation,
                person,
                () -> {
                    tenancy.register(
                            person,
                            invitation.email(),
                            name,
                            tenancy.organisation().language());
                    passwords.put(person, hash, clock.instant());
                },
                caller);
    }

    private SignIn.Opened joined(
            Answer answer, Invitation invitation, PersonId person, Runnable before, SignIn.Caller caller) {
        return in(invitation.organisation(), person, () -> {
            links.use(answer.token());
            invitations.accepted(invitation);
            before.run();
            tenancy.join(person, invitation.role(), invitation.teams());
            Role role =
                    tenancy.membership(person).orElseThrow(LinkNotValid::new).role();
            String name = tenancy.organisation().name();
            return signIn.open(person, new OrganisationOfPerson(invitation.organisation(), name, role), caller);
        });
    }

    /** Whatever an intruder may hold ends: sessions, tokens, other links. */
    private SignIn.Opened recovered(Answer answer, Person person, SignIn.Caller caller) {
        OrganisationOfPerson place = tenancy.organisationsOf(person.id()).getFirst();
        String hash = newPassword(answer.password(), List.of(person.email(), person.name(), place.name()));
        return in(place.id(), person.id(), () -> {
            links.use(answer.token());
            links.withdrawRecoveriesOf(person.id());
            passwords.put(person.id(), hash, clock.instant());
            sessions.endAll(person.id());
            tokens.revokeAll(person.id());
            audit.record(place.id(), person.id(), "account.recovered", "person:" + person.id(), Map.of());
            return signIn.open(person.id(), place, caller);
        });
    }

    private Invitation invitation(OneTimeLink link) {
        OrganisationId organisation = Objects.requireNonNull(link.organisation());
        Optional<Invitation> open = OrganisationScope.within(
                organisation,
                () -> transactions.execute(
                        _ -> invitations.find(organisation, Objects.requireNonNull(link.invitation()))));
        return open.orElseThrow(LinkNotValid::new);
    }

    private Person recovering(OneTimeLink link) {
        PersonId id = Objects.requireNonNull(link.person());
        // Since an administrator made it, the account may have joined others, whom that one does not speak for.
        boolean stillTheirs = link.organisation() == null || tenancy.belongsOnlyTo(link.organisation(), id);
        if (!stillTheirs || tenancy.organisationsOf(id).isEmpty()) {
            throw new LinkNotValid();
        }
        return tenancy.account(id).orElseThrow(LinkNotValid::new);
    }

    private String organisationName(OrganisationId id) {
        return OrganisationScope.within(
                id, () -> transactions.execute(_ -> tenancy.organisation().name()));
    }

    private String newPassword(String password, Collection<String> context) {
        rules.check(password, context);
        return hashing.hash(password);
    }

    private <T> T in(OrganisationId organisation, PersonId person, java.util.function.Supplier<T> work) {
        return OrganisationScope.within(organisation, person, () -> transactions.execute(_ -> work.get()));
    }

    private static String needed(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new NotValid(field, "Something that is needed was left empty.");
        }
        return value;
    }
}
