package org.sellmeapen.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.kernel.AuditTrail;
import org.sellmeapen.kernel.Ids;
import org.sellmeapen.kernel.OrganisationId;
import org.sellmeapen.kernel.PersonId;
import org.sellmeapen.tenancy.EmailAddress;
import org.sellmeapen.tenancy.Membership;
import org.sellmeapen.tenancy.OrganisationOfPerson;
import org.sellmeapen.tenancy.OrganisationScope;
import org.sellmeapen.tenancy.Person;
import org.sellmeapen.tenancy.SignedIn;
import org.sellmeapen.tenancy.Tenancy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** The front door: who is this? Answered anew at each request, so that whatever ended a sign-in has ended it already. */
@Service
public class SignIn {

    /** How old {@code last_seen_at} may be before it is written again. */
    private static final Duration SEEN_EVERY = Duration.ofMinutes(1);

    private final Tenancy tenancy;
    private final Passwords passwords;
    private final PasswordHashing hashing;
    private final WebSessions sessions;
    private final ApiTokens tokens;
    private final Attempts attempts;
    private final Secrets secrets;
    private final SignInSettings settings;
    private final TransactionOperations transactions;
    private final AuditTrail audit;
    private final Ids ids;
    private final Clock clock;

    SignIn(
            Tenancy tenancy,
            Passwords passwords,
            PasswordHashing hashing,
            WebSessions sessions,
            ApiTokens tokens,
            Attempts attempts,
            Secrets secrets,
            SignInSettings settings,
            TransactionOperations transactions,
            AuditTrail audit,
            Ids ids,
            Clock clock) {
        this.tenancy = tenancy;
        this.passwords = passwords;
        this.hashing = hashing;
        this.sessions = sessions;
        this.tokens = tokens;
        this.attempts = attempts;
        this.secrets = secrets;
        this.settings = settings;
        this.transactions = transactions;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** A session just opened; the secret is told to the browser and to nobody else. */
    record Opened(String secret, Recognised recognised) {}

    /** From where somebody knocks. */
    record Caller(String address, String userAgent) {}

    /**
     * Unknown account, wrong password and a person who may enter nowhere are one answer, and take one and the same way
     * to it.
     */
    Opened withPassword(String typedEmail, String password, Caller caller) {
        String email = EmailAddress.normalised(typedEmail);
        Optional<Person> person = proven(email, password, caller);
        List<OrganisationOfPerson> organisations =
                tenancy.organisationsOf(person.map(Person::id).orElseGet(() -> new PersonId(ids.next())));
        if (organisations.isEmpty()) {
            throw new WrongCredentials();
        }
        PersonId id = person.orElseThrow(WrongCredentials::new).id();
        OrganisationOfPerson first = organisations.getFirst();
        return OrganisationScope.within(
                first.id(),
                () -> transactions.execute(_ -> {
                    Opened opened = open(id, first, caller);
                    audit.record(first.id(), id, "sign-in.succeeded", "person:" + id, Map.of());
                    return opened;
                }));
    }

    /** Whose password this is, under the limits; empty when nobody's. */
    Optional<Person> proven(String email, String password, Caller caller) {
        String byAddress = Attempts.address("sign-in", caller.address());
        String byAccount = Attempts.account("sign-in", email);
        attempts.take(byAddress, settings.addressAttempts(), settings.window());
        attempts.take(byAccount, settings.accountAttempts(), settings.window());
        Optional<Person> known = tenancy.personByEmail(email);
        Optional<String> hash = passwords.hashOf(known.map(Person::id).orElseGet(() -> new PersonId(ids.next())));
        if (!hashing.matches(password, hash)) {
            String subject = known.map(p -> "person:" + p.id()).orElse("person:unknown");
            transactions.executeWithoutResult(_ -> audit.record(null, null, "sign-in.failed", subject, Map.of()));
            return Optional.empty();
        }
        attempts.giveBack(byAddress);
        attempts.forget(byAccount);
        return known;
    }

    /** Within that organisation's scope and a transaction. */
    Opened open(PersonId person, OrganisationOfPerson organisation, Caller caller) {
        Instant now = clock.instant();
        String secret = secrets.next();
        WebSession session = new WebSession(
                ids.next(),
                person,
                organisation.id(),
                shortened(caller.userAgent()),
                now,
                now,
                now.plus(settings.lifetime()));
        sessions.add(session, Secrets.hash(secret));
        tenancy.seen(person);
        SignedIn who = new SignedIn(
                person,
                organisation.id(),
                organisation.role(),
                organisation.role().permissions());
        return new Opened(secret, new Recognised(who, new Credential.Browser(session.id(), csrf(secret))));
    }

    /** The holder of a session cookie; empty when it opens nothing any more. */
    public Optional<Recognised> bySession(String secret) {
        Optional<WebSession> found = sessions.find(Secrets.hash(secret));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        WebSession session = found.get();
        return member(
                        session.organisation(),
                        session.person(),
                        session.lastSeenAt(),
                        now -> sessions.seen(session.id(), now))
                .map(membership -> new Recognised(
                        new SignedIn(
                                session.person(),
                                session.organisation(),
                                membership.role(),
                                membership.role().permissions()),
                        new Credential.Browser(session.id(), csrf(secret))));
    }

    /** The holder of an API token; empty when it opens nothing any more. */
    public Optional<Recognised> byToken(String secret) {
        Optional<ApiToken> found = tokens.find(Secrets.hash(secret));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        ApiToken token = found.get();
        return member(token.organisation(), token.person(), token.lastUsedAt(), now -> tokens.used(token.id(), now))
                .map(membership -> new Recognised(
                        new SignedIn(
                                token.person(),
                                token.organisation(),
                                membership.role(),
                                token.allowedOf(membership.role().permissions())),
                        new Credential.Token(token.id(), token.scopes())));
    }

    private interface Mark {
        void at(Instant now);
    }

    private Optional<Membership> member(
            OrganisationId organisation, PersonId person, @Nullable Instant lastSeen, Mark mark) {
        Instant now = clock.instant();
        return OrganisationScope.within(
                organisation,
                () -> Objects.requireNonNull(transactions.execute(_ -> {
                    Optional<Membership> member = tenancy.membership(person).filter(Membership::active);
                    if (member.isPresent() && (lastSeen == null || lastSeen.isBefore(now.minus(SEEN_EVERY)))) {
                        mark.at(now);
                        tenancy.seen(person);
                    }
                    return member;
                })));
    }

    private static String csrf(String secret) {
        return Secrets.derived(secret, "csrf");
    }

    private static String shortened(String userAgent) {
        String printable = userAgent.replaceAll("[^\\x20-\\x7e]", "?");
        return printable.length() > 200 ? printable.substring(0, 200) : printable;
    }

    void out(PersonId person, OrganisationId organisation, UUID session) {
        transactions.executeWithoutResult(_ -> {
            if (sessions.end(session, person)) {
                audit.record(organisation, person, "sign-in.ended", "person:" + person, Map.of());
            }
        });
    }
}
