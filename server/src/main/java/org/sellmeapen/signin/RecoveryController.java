package org.sellmeapen.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.sellmeapen.kernel.PersonId;
import org.sellmeapen.tenancy.Needs;
import org.sellmeapen.tenancy.Permission;
import org.sellmeapen.tenancy.Public;
import org.sellmeapen.tenancy.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
class RecoveryController {

    private final Recovery recovery;

    RecoveryController(Recovery recovery) {
        this.recovery = recovery;
    }

    record ForgottenPassword(@NotNull @Size(max = 320) String email) {}

    @Public
    @PostMapping("/recovery")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void ask(@Valid @RequestBody ForgottenPassword forgotten, HttpServletRequest request) {
        recovery.ask(forgotten.email(), SignInController.caller(request));
    }

    record RecoveryLink(String link, Instant expiresAt) {}

    @Needs(Permission.MANAGE_PEOPLE)
    @PostMapping("/people/{id}/recovery-links")
    @ResponseStatus(HttpStatus.CREATED)
    RecoveryLink issue(@PathVariable UUID id, SignedIn who) {
        OneTimeLink.Issued issued = recovery.linkBy(who, new PersonId(id));
        return new RecoveryLink(issued.url(), issued.expiresAt());
    }
}
