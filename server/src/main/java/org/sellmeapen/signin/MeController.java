package org.sellmeapen.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.kernel.OrganisationId;
import org.sellmeapen.kernel.Page;
import org.sellmeapen.tenancy.NeedsSignIn;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One's own account. */
@RestController
@RequestMapping("/api/v1/me")
class MeController {

    private final Account account;
    private final MeViews views;

    MeController(Account account, MeViews views) {
        this.account = account;
        this.views = views;
    }

    @NeedsSignIn
    @GetMapping
    Me me(Recognised me) {
        return views.of(me);
    }

    record ProfileChange(
            @Nullable @Size(max = 200) String name,
            @Nullable @Size(max = 35) String language,
            @Nullable @Pattern(regexp = "system|light|dark") String appearance) {}

    @NeedsSignIn
    @PatchMapping
    Me change(@Valid @RequestBody ProfileChange wishes, Recognised me) {
        account.change(me.who(), wishes.name(), wishes.language(), wishes.appearance());
        return views.of(me);
    }

    record NewPassword(
            @NotNull @Size(max = 1000) String current,
            @NotNull @Size(max = 1000) String password) {}

    @NeedsSignIn(inPerson = true)
    @PutMapping("/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changePassword(@Valid @RequestBody NewPassword passwords, Recognised me, HttpServletRequest request) {
        account.changePassword(me, passwords.current(), passwords.password(), SignInController.caller(request));
    }

    record OrganisationChoice(@NotNull UUID organisationId) {}

    @NeedsSignIn(inPerson = true)
    @PutMapping("/organisation")
    Me goTo(@Valid @RequestBody OrganisationChoice choice, Recognised me) {
        return views.of(account.goTo(me, new OrganisationId(choice.organisationId())));
    }

    record MySignIn(UUID id, Instant createdAt, Instant lastSeenAt, String userAgent, boolean current) {}

    @NeedsSignIn
    @GetMapping("/sign-ins")
    Page<MySignIn> signIns(Recognised me) {
        List<MySignIn> mine = account.sessions(me.who().person()).stream()
                .map(session -> new MySignIn(
                        session.id(),
                        session.createdAt(),
                        session.lastSeenAt(),
                        session.userAgent(),
                        session.id().equals(me.credential().id())))
                .toList();
        return new Page<>(mine, null);
    }

    @NeedsSignIn(inPerson = true)
    @DeleteMapping("/sign-ins/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endSignIn(@PathVariable UUID id, Recognised me) {
        account.endSession(me.who(), id);
    }
}
