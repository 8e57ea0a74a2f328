package org.sellmeapen.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.tenancy.Public;
import org.sellmeapen.tenancy.Role;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** One-time links. Their secrets come in the body: a path or query would stand in logs. */
@RestController
@RequestMapping("/api/v1/links")
class LinksController {

    private static final int LOOKS = 120;
    private static final Duration WINDOW = Duration.ofMinutes(15);

    private final Welcome welcome;
    private final Attempts attempts;
    private final MeViews views;
    private final SignInSettings settings;

    LinksController(Welcome welcome, Attempts attempts, MeViews views, SignInSettings settings) {
        this.welcome = welcome;
        this.attempts = attempts;
        this.views = views;
        this.settings = settings;
    }

    record LinkToken(@NotNull @Size(max = 200) String token) {}

    record LinkPurpose(
            LinkKind kind,
            @Nullable String email,
            @Nullable String name,
            @Nullable String organisationName,
            @Nullable Role role,
            Instant expiresAt) {}

    @Public
    @PostMapping("/look")
    LinkPurpose look(@Valid @RequestBody LinkToken token, HttpServletRequest request) {
        count(request);
        Welcome.Purpose purpose = welcome.look(token.token());
        return new LinkPurpose(
                purpose.link().kind(),
                purpose.email(),
                purpose.name(),
                purpose.organisationName(),
                purpose.role(),
                purpose.link().expiresAt());
    }

    record LinkAnswer(
            @NotNull @Size(max = 200) String token,
            @NotNull @Size(max = 1000) String password,
            @Nullable @Size(max = 200) String name,
            @Nullable @Size(max = 320) String email,
            @Nullable @Size(max = 200) String organisationName) {}

    @Public
    @PostMapping("/accept")
    Me accept(
            @Valid @RequestBody LinkAnswer answer,
            @Nullable Recognised signedIn,
            HttpServletRequest request,
            HttpServletResponse response) {
        count(request);
        SignIn.Opened opened = welcome.accept(
                new Welcome.Answer(
                        answer.token(), answer.password(), answer.name(), answer.email(), answer.organisationName()),
                signedIn,
                SignInController.caller(request));
        SessionCookies.put(response, opened, settings.lifetime());
        return views.of(opened.recognised());
    }

    /** Nobody guesses 256 bits; this bounds what trying costs us. */
    private void count(HttpServletRequest request) {
        attempts.take(Attempts.address("link", request.getRemoteAddr()), LOOKS, WINDOW);
    }
}
