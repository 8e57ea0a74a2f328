package org.sellmeapen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sellmeapen.tenancy.Role;

class SecurityHeadersTests extends HouseTest {

    /** Raw, because what a client library would refuse to send must be answered well too. */
    private String raw(String method, String path) throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            socket.getOutputStream()
                    .write((method + " " + path + " HTTP/1.1\r\nHost: localhost:" + port
                                    + "\r\nConnection: close\r\nContent-Length: 0\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET,  /ready, 200",
        "HEAD, /ready, 200",
        "GET,  /, 200",
        "HEAD, /, 200",
        "GET,  /library/classic-pen, 200",
        "GET,  ASSET, 200",
        "HEAD, ASSET, 200",
        "GET,  /assets/none.js, 404",
        "GET,  /nowhere, 404",
        "GET,  /nowhere/at/all, 404",
        "POST, /nowhere, 404",
        "POST, /api/v1/nowhere, 404",
        "GET,  /api/v1/me, 401",
        "POST, /api/v1/sign-in, 400",
        "PUT,  /api/v1/sign-in, 405",
        "TRACE,/ready, 405",
        "OPTIONS, /api/v1/me, 200",
        "GET,  /a;b=c, 400",
        "GET,  /%2e%2e/x, 400",
        "GET,  /%zz, 400",
        "GET,  /api%2fv1/me, 400",
    })
    void everyAnswerCarriesThem(String method, String path, int status) throws IOException {
        String answer = raw(method, path.equals("ASSET") ? asset() : path);
        String head = answer.substring(0, answer.indexOf("\r\n\r\n")).toLowerCase(Locale.ROOT);

        assertThat(answer).startsWith("HTTP/1.1 " + status);
        assertThat(head)
                .contains("content-security-policy: default-src 'none'")
                .contains("frame-ancestors 'none'")
                .contains("base-uri 'none'")
                .contains("x-content-type-options: nosniff")
                .contains("referrer-policy: no-referrer")
                .contains("cross-origin-opener-policy: same-origin")
                .contains("cross-origin-resource-policy: same-origin")
                .contains("permissions-policy: ")
                .contains("cache-control: ")
                .doesNotContain("strict-transport-security")
                .doesNotContain("server: ");
        if (status == 400) {
            assertThat(answer).contains("application/problem+json", "\"request_id\"");
        }
    }

    private String asset() throws IOException {
        Matcher matcher = Pattern.compile("src=\"(/assets/[^\"]+)\"").matcher(raw("GET", "/"));
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    @Test
    void aPageRunsOnlyScriptsWithItsOwnNonceWhichIsNeverTheSame() throws IOException {
        String first = raw("GET", "/");
        String second = raw("GET", "/");

        String nonce = nonce(first);
        assertThat(nonce).hasSizeGreaterThanOrEqualTo(24).isNotEqualTo(nonce(second));
        assertThat(first).contains("<script nonce=\"" + nonce + "\"").doesNotContain("__CSP_NONCE__");
        assertThat(first).doesNotContain("unsafe-inline").doesNotContain("unsafe-eval");
    }

    private static String nonce(String answer) {
        Matcher matcher =
                Pattern.compile("script-src 'nonce-([A-Za-z0-9+/=]+)'").matcher(answer);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    @Test
    void assetsMayBeKeptForGoodAndAnswersOfTheApiNotAtAll() throws IOException {
        assertThat(caller().get(asset()).header("Cache-Control")).isEqualTo("max-age=31536000, public, immutable");
        assertThat(browser(member(organisation("Ink"), Role.OWNER))
                        .get("/api/v1/me")
                        .header("Cache-Control"))
                .isEqualTo("no-store");
    }
}
