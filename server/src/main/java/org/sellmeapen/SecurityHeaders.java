package org.sellmeapen;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/**
 * Puts the security headers on everything that leaves: files, errors, HEAD, and what the container refuses before any
 * filter sees it; hence a valve and not a filter. A page replaces the content policy by its own.
 */
class SecurityHeaders extends ValveBase {

    static final String CONTENT_POLICY = "Content-Security-Policy";

    private static final String NOTHING =
            "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    SecurityHeaders() {
        super(true);
    }

    /**
     * Only scripts and styles that carry this answer's nonce run; nothing comes from or goes to another host.
     *
     * @param voice origin of the listener for voice
     */
    static String contentPolicy(String nonce, String voice) {
        return "default-src 'none'; script-src 'nonce-" + nonce + "' 'strict-dynamic' 'self'; style-src 'self' 'nonce-"
                + nonce + "'; img-src 'self'; font-src 'self'; connect-src 'self' " + voice + "; media-src 'self';"
                + " manifest-src 'self'; worker-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        put(response, request.isSecure());
        getNext().invoke(request, response);
    }

    private static void put(HttpServletResponse response, boolean secure) {
        response.setHeader(CONTENT_POLICY, NOTHING);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("X-Permitted-Cross-Domain-Policies", "none");
        response.setHeader(
                "Permissions-Policy",
                "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(),"
                        + " microphone=(self), midi=(), payment=(), usb=(), browsing-topics=()");
        response.setHeader("Cache-Control", "no-store");
        if (secure) {
            response.setHeader("Strict-Transport-Security", "max-age=63072000; includeSubDomains");
        }
    }
}
