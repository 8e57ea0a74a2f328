package org.sellmeapen.signin;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.kernel.Page;
import org.sellmeapen.tenancy.NeedsSignIn;
import org.sellmeapen.tenancy.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One's own API tokens, in person only: a token that could make tokens would outlive its revocation. */
@RestController
@RequestMapping("/api/v1/tokens")
class TokensController {

    private final TokenDesk desk;

    TokensController(TokenDesk desk) {
        this.desk = desk;
    }

    record TokenLine(
            UUID id,
            String name,
            List<TokenScope> scopes,
            Instant createdAt,
            @Nullable Instant lastUsedAt,
            @Nullable Instant expiresAt) {

        static TokenLine of(ApiToken token) {
            return new TokenLine(
                    token.id(),
                    token.name(),
                    token.scopes().stream().sorted().toList(),
                    token.createdAt(),
                    token.lastUsedAt(),
                    token.expiresAt());
        }
    }

    @NeedsSignIn(inPerson = true)
    @GetMapping
    Page<TokenLine> mine(SignedIn who) {
        return new Page<>(desk.of(who).stream().map(TokenLine::of).toList(), null);
    }

    record NewToken(
            @NotNull @Size(max = 200) String name,
            @NotEmpty @Size(max = 3) List<@NotNull @Size(max = 10) String> scopes,
            @Nullable @Min(1) @Max(3650) Integer expiresInDays) {}

    /** @param token shown this once */
    record MadeToken(
            UUID id,
            String name,
            List<TokenScope> scopes,
            Instant createdAt,
            @Nullable Instant expiresAt,
            String token) {}

    @NeedsSignIn(inPerson = true)
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<MadeToken> make(@Valid @RequestBody NewToken wanted, SignedIn who) {
        Set<TokenScope> scopes =
                wanted.scopes().stream().map(TokenScope::ofCode).collect(Collectors.toUnmodifiableSet());
        Duration lifetime = wanted.expiresInDays() == null ? null : Duration.ofDays(wanted.expiresInDays());
        TokenDesk.Made made = desk.make(who.organisation(), who.person(), wanted.name(), scopes, lifetime);
        TokenLine kept = TokenLine.of(made.token());
        return ResponseEntity.created(URI.create("/api/v1/tokens/" + kept.id()))
                .body(new MadeToken(
                        kept.id(), kept.name(), kept.scopes(), kept.createdAt(), kept.expiresAt(), made.secret()));
    }

    @NeedsSignIn(inPerson = true)
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable UUID id, SignedIn who) {
        desk.revoke(who, id);
    }
}
