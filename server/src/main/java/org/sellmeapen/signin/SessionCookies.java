package org.sellmeapen.signin;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/**
 * The two cookies of a signed-in browser: the session, which no script can read, and the CSRF token, which only our
 * pages can. {@code __Host-} ties both to this very host; browsers take them over plain HTTP from localhost alone.
 */
public final class SessionCookies {

    public static final String SESSION = "__Host-session";
    static final String CSRF = "__Host-csrf";

    private SessionCookies() {}

    static void put(HttpServletResponse response, SignIn.Opened opened, Duration lifetime) {
        add(response, SESSION, opened.secret(), true, lifetime);
        if (opened.recognised().credential() instanceof Credential.Browser browser) {
            add(response, CSRF, browser.csrfToken(), false, lifetime);
        }
    }

    static void clear(HttpServletResponse response) {
        add(response, SESSION, "", true, Duration.ZERO);
        add(response, CSRF, "", false, Duration.ZERO);
    }

    private static void add(HttpServletResponse response, String name, String value, boolean hidden, Duration age) {
        ResponseCookie cookie = ResponseCookie.from(name, value)
                .path("/")
                .secure(true)
                .httpOnly(hidden)
                .sameSite("Lax")
                .maxAge(age)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
