package org.sellmeapen;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.sellmeapen.kernel.Ids;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;

class TrustedProxiesTests {

    /** What the house takes a request from localhost for that tells of another client behind it. */
    private static Caller.Answer forwarded(String trusted) {
        TomcatServletWebServerFactory factory = new TomcatServletWebServerFactory(0);
        new WebSecurity()
                .valves(
                        new SiteSettings(URI.create("https://pen.example.org"), trusted, List.of()),
                        new Ids(Clock.systemUTC(), new Random(1)))
                .customize(factory);
        WebServer server = factory.getWebServer(context -> context.addServlet("echo", new HttpServlet() {
                    @Override
                    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
                        response.getWriter()
                                .print(request.getRemoteAddr() + " " + request.getScheme() + " "
                                        + request.getServerName() + " " + request.getServerPort());
                    }
                })
                .addMapping("/*"));
        server.start();
        try {
            return new Caller("http://127.0.0.1:" + server.getPort())
                    .with("X-Forwarded-For", "198.51.100.9, 203.0.113.7")
                    .with("X-Forwarded-Proto", "https")
                    .with("X-Forwarded-Host", "pen.example.org")
                    .get("/");
        } finally {
            server.stop();
        }
    }

    @Test
    void aTrustedProxyIsBelievedAboutItsClientAndNotAboutWhatThatClientClaims() {
        Caller.Answer answer = forwarded("10.0.0.0/8, 127.0.0.0/8");
        assertThat(answer.text()).isEqualTo("203.0.113.7 https pen.example.org 443");
        assertThat(answer.header("Strict-Transport-Security")).startsWith("max-age=");
    }

    @Test
    void nobodyElseIsBelieved() {
        Caller.Answer answer = forwarded("10.0.0.0/8");
        assertThat(answer.text()).startsWith("127.0.0.1 http 127.0.0.1 ");
        assertThat(answer.header("Strict-Transport-Security")).isEmpty();
        assertThat(forwarded("").text()).startsWith("127.0.0.1 http ");
    }
}
