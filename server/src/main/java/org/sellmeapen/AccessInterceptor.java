package org.sellmeapen;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.sellmeapen.signin.Credential;
import org.sellmeapen.signin.NotSignedIn;
import org.sellmeapen.signin.Recognised;
import org.sellmeapen.tenancy.Needs;
import org.sellmeapen.tenancy.NeedsSignIn;
import org.sellmeapen.tenancy.Public;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Lets a caller do what the operation's annotation says, and refuses an operation that says nothing. */
class AccessInterceptor implements HandlerInterceptor {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    /** What says nothing by itself: the description of the API, and the answer to OPTIONS. */
    private static final List<String> NOT_OURS = List.of("org.springdoc.", "org.springframework.web.servlet.");

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod method) // files are public
                || NOT_OURS.stream().anyMatch(method.getBeanType().getName()::startsWith)
                || has(method, Public.class)) {
            return true;
        }
        NeedsSignIn signIn = AnnotationUtils.findAnnotation(method.getMethod(), NeedsSignIn.class);
        Needs needs = AnnotationUtils.findAnnotation(method.getMethod(), Needs.class);
        if (signIn == null && needs == null) {
            throw new IllegalStateException(method + " says neither @Public, @NeedsSignIn nor @Needs; so nobody may");
        }
        if (!(request.getAttribute(Recognised.ATTRIBUTE) instanceof Recognised known)) {
            throw new NotSignedIn();
        }
        if (known.credential() instanceof Credential.Token token) {
            if (signIn != null && signIn.inPerson()) {
                throw new TokenNotEnough("A token cannot do this; sign in with a browser.");
            }
            if (!READING.contains(request.getMethod()) && !token.mayChange()) {
                throw new TokenNotEnough("This token may only read.");
            }
        }
        if (needs != null && Arrays.stream(needs.value()).noneMatch(known.who()::may)) {
            throw new NotAllowed();
        }
        return true;
    }

    private static boolean has(HandlerMethod method, Class<? extends java.lang.annotation.Annotation> annotation) {
        return AnnotationUtils.findAnnotation(method.getMethod(), annotation) != null;
    }
}
