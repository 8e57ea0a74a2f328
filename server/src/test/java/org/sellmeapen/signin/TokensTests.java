package org.sellmeapen.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.sellmeapen.Caller;
import org.sellmeapen.HouseTest;
import org.sellmeapen.kernel.OrganisationId;
import org.sellmeapen.tenancy.Role;

class TokensTests extends HouseTest {

    private Caller.Answer make(Caller browser, String scopes, String more) {
        return browser.post("/api/v1/tokens", "{\"name\":\"CI\",\"scopes\":[%s]%s}".formatted(scopes, more));
    }

    @Test
    void aTokenIsShownOnceAndEndsWhenRevokedOrExpired() {
        Caller browser = browser(member(organisation("Ink"), Role.TRAINEE));
        Caller.Answer made = make(browser, "\"read\"", ",\"expires_in_days\":30");
        assertThat(made.status()).isEqualTo(201);
        String secret = made.body().path("token").asString();
        Caller program = caller().bearing(secret);

        assertThat(program.get("/api/v1/me").status()).isEqualTo(200);
        assertThat(program.get("/api/v1/me").body().has("csrf_token")).isFalse();
        assertThat(browser.get("/api/v1/tokens").text()).contains("CI").doesNotContain(secret);

        browser.delete("/api/v1/tokens/" + made.body().path("id").asString());
        assertThat(program.get("/api/v1/me").status()).isEqualTo(401);

        Caller second = caller().bearing(make(browser, "\"read\"", ",\"expires_in_days\":1")
                .body()
                .path("token")
                .asString());
        assertThat(second.get("/api/v1/me").status()).isEqualTo(200);
        CLOCK.forward(Duration.ofDays(1));
        assertThat(second.get("/api/v1/me").status()).isEqualTo(401);
    }

    @Test
    void aTokenMayNoMoreThanItsScopesAndItsOwner() {
        OrganisationId ink = organisation("Ink");
        Member owner = member(ink, Role.OWNER);
        Caller read = program(owner, TokenScope.READ);
        Caller write = program(owner, TokenScope.WRITE);
        Caller admin = program(owner, TokenScope.ADMIN);
        String team = "{\"name\":\"East\"}";

        assertThat(read.get("/api/v1/me").status()).isEqualTo(200);
        assertThat(read.get("/api/v1/audit-entries").code()).isEqualTo("not-allowed");
        assertThat(read.send("PATCH", "/api/v1/me", "{}").code()).isEqualTo("token-not-enough");
        assertThat(write.send("PATCH", "/api/v1/me", "{}").status()).isEqualTo(200);
        assertThat(write.post("/api/v1/teams", team).code()).isEqualTo("not-allowed");
        assertThat(admin.post("/api/v1/teams", team).status()).isEqualTo(201);
        assertThat(program(member(ink, Role.TRAINEE), TokenScope.ADMIN)
                        .post("/api/v1/teams", team)
                        .code())
                .isEqualTo("not-allowed");
    }

    @Test
    void aTokenMakesNoTokensAndChangesNoPassword() {
        Caller program = program(member(organisation("Ink"), Role.OWNER));

        assertThat(make(program, "\"admin\"", "").code()).isEqualTo("token-not-enough");
        assertThat(program.put("/api/v1/me/password", "{\"current\":\"a\",\"password\":\"b\"}")
                        .code())
                .isEqualTo("token-not-enough");
    }

    @Test
    void aTokenThatOpensNothingIsNotMadeGoodByACookie() {
        Caller browser = browser(member(organisation("Ink"), Role.OWNER));
        assertThat(browser.bearing("smp_wrong").get("/api/v1/me").status()).isEqualTo(401);
    }
}
