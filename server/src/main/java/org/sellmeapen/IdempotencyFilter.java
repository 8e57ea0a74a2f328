package org.sellmeapen;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.sellmeapen.IdempotencyKeys.Stored;
import org.sellmeapen.tenancy.SignedIn;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Honours {@code Idempotency-Key} on POST for 24 hours. The key, the change and the stored answer are one transaction:
 * whatever kills the process, either all three are there or none, and nothing is acknowledged before the commit.
 */
class IdempotencyFilter extends OncePerRequestFilter {

    static final String HEADER = "Idempotency-Key";
    private static final int LONGEST_KEY = 200;

    private final IdempotencyKeys keys;
    private final TransactionTemplate transaction;
    private final ProblemWriter problems;

    IdempotencyFilter(IdempotencyKeys keys, TransactionTemplate transaction, ProblemWriter problems) {
        this.keys = keys;
        this.transaction = transaction;
        this.problems = problems;
    }

    /** Their answers hold a secret that must be stored nowhere, or they change who is signed in. */
    static final Pattern NOT_KEPT = Pattern.compile(
            "/api/v1/(sign-in|sign-out|links/.*|recovery|tokens|invitations|people/[^/]+/recovery-links)");

    private static final Pattern TURNS = Pattern.compile("/api/v1/sessions/[^/]+/(turns|start)");

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        if (NOT_KEPT.matcher(request.getServletPath()).matches()) {
            return true;
        }
        // A turn may be worded by a model, for which no transaction may wait; the operation keeps the key itself.
        return !"POST".equals(request.getMethod())
                || request.getHeader(HEADER) == null
                || TURNS.matcher(request.getServletPath()).matches();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !(authentication.getPrincipal() instanceof SignedIn signedIn)) {
            chain.doFilter(request, response);
            return;
        }
        String key = request.getHeader(HEADER);
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            problems.write(request, response, 400, "not-valid", "An Idempotency-Key has 1 to 200 characters.");
            return;
        }
        RepeatableBody body;
        try {
            body = RepeatableBody.of(request);
        } catch (BodyTooLarge refusal) {
            problems.write(request, response, refusal.status(), refusal.code(), refusal.detail());
            return;
        }
        String digest = body.digest();
        ContentCachingResponseWrapper buffered = new ContentCachingResponseWrapper(response);
        Stored stored = transaction.execute(status -> {
            var earlier = keys.take(signedIn.organisation(), signedIn.person(), key);
            if (earlier.isPresent()) {
                return earlier.get();
            }
            try {
                chain.doFilter(body, buffered);
            } catch (IOException | ServletException e) {
                throw new IllegalStateException(e);
            }
            if (buffered.getStatus() >= 400) {
                status.setRollbackOnly();
            } else {
                keys.store(signedIn.organisation(), signedIn.person(), key, digest, buffered);
            }
            return null;
        });
        if (stored == null) {
            buffered.copyBodyToResponse();
        } else if (!stored.requestDigest().equals(digest)) {
            problems.write(
                    request,
                    response,
                    422,
                    "idempotency-key-reused",
                    "This Idempotency-Key was used for another request. Take a new one.");
        } else {
            stored.writeTo(response);
        }
    }
}
