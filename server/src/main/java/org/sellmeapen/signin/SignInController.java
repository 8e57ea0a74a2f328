package org.sellmeapen.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.tenancy.NeedsSignIn;
import org.sellmeapen.tenancy.Public;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
class SignInController {

    private final SignIn signIn;
    private final MeViews views;
    private final SignInSettings settings;

    SignInController(SignIn signIn, MeViews views, SignInSettings settings) {
        this.signIn = signIn;
        this.views = views;
        this.settings = settings;
    }

    record SignInProof(
            @NotNull @Size(max = 320) String email,
            @NotNull @Size(max = 1000) String password) {}

    @Public
    @PostMapping("/sign-in")
    Me signIn(
            @Valid @RequestBody SignInProof proof,
            @Nullable Recognised before,
            HttpServletRequest request,
            HttpServletResponse response) {
        SignIn.Opened opened = signIn.withPassword(proof.email(), proof.password(), caller(request));
        if (before != null && before.credential() instanceof Credential.Browser) {
            // This browser's former session would live on with nobody holding its cookie.
            signIn.out(
                    before.who().person(),
                    before.who().organisation(),
                    before.credential().id());
        }
        SessionCookies.put(response, opened, settings.lifetime());
        return views.of(opened.recognised());
    }

    @NeedsSignIn(inPerson = true)
    @PostMapping("/sign-out")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signOut(Recognised me, HttpServletResponse response) {
        signIn.out(me.who().person(), me.who().organisation(), me.credential().id());
        SessionCookies.clear(response);
    }

    static SignIn.Caller caller(HttpServletRequest request) {
        return new SignIn.Caller(
                request.getRemoteAddr(), Objects.requireNonNullElse(request.getHeader("User-Agent"), "unknown"));
    }
}
