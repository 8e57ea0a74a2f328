package org.sellmeapen;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.kernel.Problem;
import org.sellmeapen.signin.Credential;
import org.sellmeapen.signin.Recognised;
import org.sellmeapen.signin.SessionCookies;
import org.sellmeapen.signin.SignIn;
import org.sellmeapen.tenancy.OrganisationScope;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Recognises who asks, refuses changes that another site's page sent, and enters the organisation's scope for the rest
 * of the request. Whether the caller may do what they ask is {@link AccessInterceptor}'s to say.
 */
class SignInFilter extends OncePerRequestFilter {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private static final String BEARER = "Bearer ";

    private final SignIn signIn;
    private final SiteSettings site;
    private final ProblemWriter problems;

    SignInFilter(SignIn signIn, SiteSettings site, ProblemWriter problems) {
        this.signIn = signIn;
        this.site = site;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        // The decoded path: a route that is reached by an odd spelling is guarded like any other.
        return !request.getServletPath().startsWith("/api/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Recognised> recognised = recognise(request);
        try {
            if (!SAFE.contains(request.getMethod()) && bearer(request) == null) {
                mustComeFromOurPages(request, recognised.map(Recognised::credential));
            }
        } catch (Problem refusal) {
            problems.write(request, response, refusal.status(), refusal.code(), refusal.detail());
            return;
        }
        if (recognised.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        Recognised known = recognised.get();
        request.setAttribute(Recognised.ATTRIBUTE, known);
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new PreAuthenticatedAuthenticationToken(known.who(), "", List.of()));
        SecurityContextHolder.setContext(context);
        inScope(known, () -> chain.doFilter(request, response));
    }

    private interface Rest {
        void run() throws IOException, ServletException;
    }

    private static void inScope(Recognised known, Rest rest) throws IOException, ServletException {
        try {
            OrganisationScope.<Boolean, Exception>within(
                    known.who().organisation(), known.who().person(), () -> {
                        rest.run();
                        return true;
                    });
        } catch (IOException | ServletException | RuntimeException expected) {
            throw expected;
        } catch (Exception other) {
            throw new ServletException(other);
        }
    }

    private Optional<Recognised> recognise(HttpServletRequest request) {
        String token = bearer(request);
        if (token != null) {
            return signIn.byToken(token); // a token that opens nothing is not made good by a cookie
        }
        return cookie(request, SessionCookies.SESSION).flatMap(signIn::bySession);
    }

    /** By origin for every browser, and for who is signed in by the token that only our pages can read. */
    private void mustComeFromOurPages(HttpServletRequest request, Optional<Credential> credential) {
        String origin = request.getHeader("Origin");
        String fetchSite = request.getHeader("Sec-Fetch-Site");
        boolean ours = origin == null
                ? fetchSite == null || fetchSite.equals("same-origin") || fetchSite.equals("none")
                : isOurs(origin, request);
        if (!ours) {
            throw new CrossSiteRefused();
        }
        if (credential.isPresent() && credential.get() instanceof Credential.Browser browser) {
            String sent = request.getHeader("X-CSRF-Token");
            if (sent == null || !same(sent, browser.csrfToken())) {
                throw new CsrfTokenWrong();
            }
        }
    }

    private boolean isOurs(String origin, HttpServletRequest request) {
        boolean usualPort = request.getServerPort() == (request.isSecure() ? 443 : 80);
        String own = request.getScheme() + "://" + request.getServerName()
                + (usualPort ? "" : ":" + request.getServerPort());
        String announced =
                site.publicUrl().getScheme() + "://" + site.publicUrl().getRawAuthority();
        return origin.equalsIgnoreCase(own)
                || origin.equalsIgnoreCase(announced)
                || site.allowedOrigins().contains(origin);
    }

    private static @Nullable String bearer(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? header.substring(BEARER.length()).strip()
                : null;
    }

    private static Optional<String> cookie(HttpServletRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(name) && !cookie.getValue().isEmpty()) {
                    return Optional.of(cookie.getValue());
                }
            }
        }
        return Optional.empty();
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(UTF_8), other.getBytes(UTF_8));
    }
}
