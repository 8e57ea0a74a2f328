package org.sellmeapen;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sellmeapen.kernel.OrganisationId;
import org.sellmeapen.tenancy.Role;

class CrossSiteTests extends HouseTest {

    private static final String TEAM = "{\"name\":\"East\"}";

    private Caller browser = new Caller("");

    @BeforeEach
    void signedIn() {
        OrganisationId ink = organisation("Ink");
        browser = browser(member(ink, Role.OWNER));
    }

    private void refused(Caller.Answer answer, String code) {
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(browser.get("/api/v1/teams").body().path("items").size()).isZero();
    }

    @Test
    void aChangeWithoutTheTokenOrWithAnotherSessionsTokenIsRefused() {
        String mine = browser.cookies().remove("__Host-csrf");
        refused(browser.post("/api/v1/teams", TEAM), "csrf-token-wrong");
        Caller other = browser(member(organisation("Quill"), Role.OWNER));
        refused(
                browser.with("X-CSRF-Token", other.cookies().get("__Host-csrf")).post("/api/v1/teams", TEAM),
                "csrf-token-wrong");

        assertThat(browser.with("X-CSRF-Token", mine)
                        .post("/api/v1/teams", TEAM)
                        .status())
                .isEqualTo(201);
    }

    @Test
    void aChangeFromAnotherSitesPageIsRefusedEvenWithTheToken() {
        refused(browser.with("Origin", "https://evil.example").post("/api/v1/teams", TEAM), "cross-site");
        refused(browser.with("Origin", "null").post("/api/v1/teams", TEAM), "cross-site");
        browser.without("Origin");
        refused(browser.with("Sec-Fetch-Site", "cross-site").post("/api/v1/teams", TEAM), "cross-site");
        refused(browser.with("Sec-Fetch-Site", "same-site").post("/api/v1/teams", TEAM), "cross-site");
    }

    @Test
    void ourOwnPagesMayWhetherByTheAddressOrThePublicOne() {
        assertThat(browser.with("Origin", "http://localhost:" + port)
                        .with("Sec-Fetch-Site", "same-origin")
                        .post("/api/v1/teams", TEAM)
                        .status())
                .isEqualTo(201);
        assertThat(browser.with("Origin", "https://pen.example.org")
                        .post("/api/v1/teams", "{\"name\":\"West\"}")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void anOddSpellingOfTheAddressIsNoWayRound() {
        Caller.Answer answer = caller().with("Origin", "https://evil.example")
                .post("/%61pi/v1/sign-in", "{\"email\":\"a@example.org\",\"password\":\"b\"}");
        assertThat(answer.code()).isEqualTo("cross-site");
    }

    @Test
    void signingInFromAnotherSitesPageIsRefused() {
        Caller.Answer answer = caller().with("Origin", "https://evil.example")
                .post("/api/v1/sign-in", "{\"email\":\"a@example.org\",\"password\":\"b\"}");
        assertThat(answer.code()).isEqualTo("cross-site");
    }
}
