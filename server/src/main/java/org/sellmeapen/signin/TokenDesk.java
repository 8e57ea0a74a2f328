package org.sellmeapen.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.kernel.AuditTrail;
import org.sellmeapen.kernel.Ids;
import org.sellmeapen.kernel.NotFound;
import org.sellmeapen.kernel.OrganisationId;
import org.sellmeapen.kernel.PersonId;
import org.sellmeapen.tenancy.Names;
import org.sellmeapen.tenancy.SignedIn;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Gives out API tokens and takes them back. */
@Service
public class TokenDesk {

    /** Recognisable, so that scanners of repositories find one that leaked. */
    private static final String PREFIX = "smp_";

    private final ApiTokens tokens;
    private final Secrets secrets;
    private final TransactionOperations transactions;
    private final AuditTrail audit;
    private final Ids ids;
    private final Clock clock;

    TokenDesk(
            ApiTokens tokens,
            Secrets secrets,
            TransactionOperations transactions,
            AuditTrail audit,
            Ids ids,
            Clock clock) {
        this.tokens = tokens;
        this.secrets = secrets;
        this.transactions = transactions;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    record Made(ApiToken token, String secret) {}

    /** In that organisation's scope; for the command line. Answers the secret, which is stored nowhere. */
    public String make(OrganisationId organisation, PersonId person, String name, Set<TokenScope> scopes) {
        return make(organisation, person, name, scopes, null).secret();
    }

    Made make(
            OrganisationId organisation,
            PersonId person,
            String name,
            Set<TokenScope> scopes,
            @Nullable Duration lifetime) {
        Instant now = clock.instant();
        ApiToken token = new ApiToken(
                ids.next(),
                organisation,
                person,
                Names.checked("name", name),
                scopes,
                now,
                null,
                lifetime == null ? null : now.plus(lifetime));
        String secret = PREFIX + secrets.next();
        String said = scopes.stream().map(TokenScope::code).sorted().collect(Collectors.joining(" "));
        transactions.executeWithoutResult(_ -> {
            tokens.add(token, Secrets.hash(secret));
            audit.record(organisation, person, "token.made", "token:" + token.id(), Map.of("scopes", said));
        });
        return new Made(token, secret);
    }

    List<ApiToken> of(SignedIn who) {
        return tokens.of(who.organisation(), who.person());
    }

    void revoke(SignedIn who, UUID id) {
        transactions.executeWithoutResult(_ -> {
            if (!tokens.revoke(id, who.organisation(), who.person())) {
                throw new NotFound("token");
            }
            audit.record(who.organisation(), who.person(), "token.revoked", "token:" + id, Map.of());
        });
    }
}
