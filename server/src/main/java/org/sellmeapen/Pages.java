package org.sellmeapen;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.kernel.NotFound;
import org.sellmeapen.tenancy.Public;
import org.sellmeapen.voice.VoiceAddress;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;

/** Serves the web application's one page at each address it knows; what it shows there it asks of the API. */
@Controller
@Hidden
@ConditionalOnWebApplication
class Pages {

    private static final String NONCE = "__CSP_NONCE__";

    private final SecureRandom chance;
    private final VoiceAddress voice;
    private final String page;

    Pages(SecureRandom chance, VoiceAddress voice, @Value("${sellmeapen.web-root}") Resource root) throws IOException {
        this.chance = chance;
        this.voice = voice;
        this.page = read(root.createRelative("index.html"));
    }

    @Public
    @GetMapping({
        "/",
        "/sign-in",
        "/welcome",
        "/library",
        "/library/{id}",
        "/room/{id}",
        "/sessions/{id}",
        "/sessions/{id}/compare/{other}",
        "/history",
        "/team",
        "/people",
        "/teams",
        "/settings",
        "/audit",
        "/me"
    })
    ResponseEntity<String> page(HttpServletRequest request) {
        return page(request, HttpStatus.OK);
    }

    /** A person who follows a wrong link finds a page that says so and leads home; a program is told as everywhere. */
    @Public
    @RequestMapping("/{first:(?!api$|assets$|icons$|v3$)[^.]*}/**")
    ResponseEntity<String> missing(
            HttpServletRequest request,
            HttpMethod method,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        boolean browses = (method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD))
                && accept != null
                && accept.contains(MediaType.TEXT_HTML_VALUE);
        if (!browses) {
            throw new NotFound("address");
        }
        return page(request, HttpStatus.NOT_FOUND);
    }

    private ResponseEntity<String> page(HttpServletRequest request, HttpStatus status) {
        if (page.isEmpty()) {
            throw new NotFound("page in this build");
        }
        byte[] bytes = new byte[18];
        chance.nextBytes(bytes);
        String nonce = Base64.getEncoder().encodeToString(bytes);
        return ResponseEntity.status(status)
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .header(
                        SecurityHeaders.CONTENT_POLICY,
                        SecurityHeaders.contentPolicy(nonce, voice.origin(request.isSecure(), request.getServerName())))
                .body(page.replace(NONCE, nonce));
    }

    /** Empty when the build left the web application out. */
    private static String read(Resource index) throws IOException {
        return index.exists() ? index.getContentAsString(StandardCharsets.UTF_8) : "";
    }
}
