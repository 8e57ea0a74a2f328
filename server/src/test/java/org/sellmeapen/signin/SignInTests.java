package org.sellmeapen.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sellmeapen.Caller;
import org.sellmeapen.HouseTest;
import org.sellmeapen.kernel.OrganisationId;
import org.sellmeapen.tenancy.OrganisationScope;
import org.sellmeapen.tenancy.Role;

class SignInTests extends HouseTest {

    private static String proof(String email, String password) {
        return "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, password);
    }

    @Test
    void theRightPasswordOpensASessionWithBothCookiesBoundToThisHost() {
        Member rep = member(organisation("Ink"), Role.TRAINEE);

        Caller browser = caller();
        Caller.Answer answer =
                browser.post("/api/v1/sign-in", proof(" " + rep.email().toUpperCase() + " ", PASSWORD));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().at("/person/email").asString()).isEqualTo(rep.email());
        assertThat(answer.body().at("/role").asString()).isEqualTo("trainee");
        assertThat(answer.body().at("/permissions").toString()).isEqualTo("[\"rehearse\"]");
        List<String> cookies = answer.headers().allValues("Set-Cookie");
        assertThat(cookies)
                .hasSize(2)
                .allSatisfy(cookie -> assertThat(cookie)
                        .contains("; Path=/")
                        .contains("; Secure")
                        .contains("; SameSite=Lax")
                        .doesNotContain("Domain"));
        assertThat(cookies.get(0)).startsWith("__Host-session=").contains("; HttpOnly");
        assertThat(cookies.get(1)).startsWith("__Host-csrf=").doesNotContain("HttpOnly");
        assertThat(browser.get("/api/v1/me").body().at("/csrf_token").asString())
                .isEqualTo(browser.cookies().get("__Host-csrf"));
    }

    @Test
    void anUnknownAccountAndAWrongPasswordAndAnInactivePersonGetTheSameAnswer() {
        OrganisationId ink = organisation("Ink");
        Member rep = member(ink, Role.TRAINEE);
        Member gone = member(ink, Role.TRAINEE);
        program(member(ink, Role.OWNER)).delete("/api/v1/people/" + gone.id());

        Caller.Answer unknown =
                caller().post("/api/v1/sign-in", proof("nobody-" + UUID.randomUUID() + "@example.org", PASSWORD));
        Caller.Answer wrong = caller().post("/api/v1/sign-in", proof(rep.email(), PASSWORD + "x"));
        Caller.Answer inactive = caller().post("/api/v1/sign-in", proof(gone.email(), PASSWORD));

        for (Caller.Answer answer : List.of(unknown, wrong, inactive)) {
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.code()).isEqualTo("wrong-credentials");
            assertThat(answer.headerNames()).isEqualTo(wrong.headerNames());
            assertThat(answer.body().path("detail")).isEqualTo(wrong.body().path("detail"));
        }
    }

    @Test
    void attemptsOnAnAccountAreLimitedAndSayWhenToComeBackWhetherItExistsOrNot() {
        Member rep = member(organisation("Ink"), Role.TRAINEE);
        String nobody = "nobody-" + UUID.randomUUID() + "@example.org";

        for (String email : List.of(rep.email(), nobody)) {
            for (int attempt = 0; attempt < 10; attempt++) {
                assertThat(caller().post("/api/v1/sign-in", proof(email, "wrong password " + attempt))
                                .status())
                        .isEqualTo(401);
            }
            Caller.Answer limited = caller().post("/api/v1/sign-in", proof(email, PASSWORD));
            assertThat(limited.status()).isEqualTo(429);
            assertThat(limited.code()).isEqualTo("too-many-attempts");
            assertThat(Integer.parseInt(limited.header("Retry-After"))).isBetween(1, 15 * 60 + 1);
        }

        CLOCK.forward(Duration.ofMinutes(15));
        assertThat(caller().post("/api/v1/sign-in", proof(rep.email(), PASSWORD))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void signingOutEndsTheSessionForGood() {
        Caller browser = browser(member(organisation("Ink"), Role.TRAINEE));
        String session = browser.cookies().get("__Host-session");

        assertThat(browser.post("/api/v1/sign-out", "{}").status()).isEqualTo(204);

        assertThat(browser.cookies()).isEmpty();
        browser.cookies().put("__Host-session", session);
        assertThat(browser.get("/api/v1/me").code()).isEqualTo("not-signed-in");
    }

    @Test
    void deactivationEndsSessionsAndTokensAtOnceAndActivationRevivesNone() {
        OrganisationId ink = organisation("Ink");
        Member rep = member(ink, Role.TRAINEE);
        Caller admin = program(member(ink, Role.ADMIN));
        Caller browser = browser(rep);
        Caller program = program(rep);
        String address = "/api/v1/people/" + rep.id();

        String etag = admin.get(address).header("ETag");
        Caller.Answer off = admin.patch(address, "{\"active\":false}", etag);
        assertThat(off.status()).isEqualTo(200);
        assertThat(browser.get("/api/v1/me").status()).isEqualTo(401);
        assertThat(program.get("/api/v1/me").status()).isEqualTo(401);

        admin.patch(address, "{\"active\":true}", off.header("ETag"));
        assertThat(browser.get("/api/v1/me").status()).isEqualTo(401);
        assertThat(program.get("/api/v1/me").status()).isEqualTo(401);
        assertThat(browser(rep).get("/api/v1/me").status()).isEqualTo(200);
    }

    @Test
    void aNewRoleCountsAtTheNextRequest() {
        OrganisationId ink = organisation("Ink");
        Member rep = member(ink, Role.TRAINEE);
        Caller admin = program(member(ink, Role.ADMIN));
        Caller browser = browser(rep);
        assertThat(browser.get("/api/v1/audit-entries").code()).isEqualTo("not-allowed");

        String address = "/api/v1/people/" + rep.id();
        admin.patch(address, "{\"role\":\"auditor\"}", admin.get(address).header("ETag"));

        assertThat(browser.get("/api/v1/audit-entries").status()).isEqualTo(200);
    }

    @Test
    void aNewPasswordEndsEveryOtherSession() {
        Member rep = member(organisation("Ink"), Role.TRAINEE);
        Caller here = browser(rep);
        Caller elsewhere = browser(rep);
        String change = "{\"current\":\"%s\",\"password\":\"%s\"}";

        assertThat(here.put("/api/v1/me/password", change.formatted("not it at all", "seven purple otters swim"))
                        .code())
                .isEqualTo("wrong-credentials");
        assertThat(here.put("/api/v1/me/password", change.formatted(PASSWORD, "Password2026!"))
                        .code())
                .isEqualTo("password-too-common");
        assertThat(here.put("/api/v1/me/password", change.formatted(PASSWORD, "short"))
                        .code())
                .isEqualTo("password-too-short");
        assertThat(here.put("/api/v1/me/password", change.formatted(PASSWORD, "seven purple otters swim"))
                        .status())
                .isEqualTo(204);

        assertThat(here.get("/api/v1/me").status()).isEqualTo(200);
        assertThat(elsewhere.get("/api/v1/me").status()).isEqualTo(401);
        assertThat(caller().post("/api/v1/sign-in", proof(rep.email(), PASSWORD))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void aSessionUnusedForTwelveHoursIsOver() {
        Caller browser = browser(member(organisation("Ink"), Role.TRAINEE));
        CLOCK.forward(Duration.ofHours(11));
        assertThat(browser.get("/api/v1/me").status()).isEqualTo(200);
        CLOCK.forward(Duration.ofHours(11));
        assertThat(browser.get("/api/v1/me").status()).isEqualTo(200);
        CLOCK.forward(Duration.ofHours(12));
        assertThat(browser.get("/api/v1/me").status()).isEqualTo(401);
    }

    @Test
    void oneSeesAndEndsOnesOwnSignInsAndNobodyElses() {
        OrganisationId ink = organisation("Ink");
        Member rep = member(ink, Role.TRAINEE);
        Caller here = browser(rep);
        Caller elsewhere = browser(rep);
        Caller other = browser(member(ink, Role.OWNER));

        var mine = here.get("/api/v1/me/sign-ins").body().path("items");
        assertThat(mine.size()).isEqualTo(2);
        String theirs = elsewhere
                .get("/api/v1/me/sign-ins")
                .body()
                .path("items")
                .valueStream()
                .filter(line -> line.path("current").asBoolean())
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();

        assertThat(other.delete("/api/v1/me/sign-ins/" + theirs).status()).isEqualTo(404);
        assertThat(elsewhere.get("/api/v1/me").status()).isEqualTo(200);
        assertThat(here.delete("/api/v1/me/sign-ins/" + theirs).status()).isEqualTo(204);
        assertThat(elsewhere.get("/api/v1/me").status()).isEqualTo(401);
    }

    @Test
    void oneGoesOnlyToAnOrganisationOfOnesOwn() {
        Member rep = member(organisation("Ink"), Role.TRAINEE);
        OrganisationId quill = organisation("Quill");
        OrganisationScope.within(
                quill,
                rep.id(),
                () -> transactions.execute(_ -> {
                    tenancy.join(rep.id(), Role.MANAGER, List.of());
                    return true;
                }));
        OrganisationId foreign = organisation("Foreign");
        Caller browser = browser(rep);

        String choice = "{\"organisation_id\":\"%s\"}";
        assertThat(browser.get("/api/v1/me").body().path("organisations").size())
                .isEqualTo(2);
        assertThat(browser.put("/api/v1/me/organisation", choice.formatted(foreign))
                        .status())
                .isEqualTo(404);
        assertThat(browser.put("/api/v1/me/organisation", choice.formatted(quill))
                        .body()
                        .at("/role")
                        .asString())
                .isEqualTo("manager");
        assertThat(browser.get("/api/v1/me").body().at("/organisation/name").asString())
                .isEqualTo("Quill");
    }

    @Test
    void onesOwnWishesAreKept() {
        Caller browser = browser(member(organisation("Ink"), Role.TRAINEE));

        Caller.Answer changed = browser.send("PATCH", "/api/v1/me", "{\"name\":\"  Zoë  \",\"appearance\":\"dark\"}");

        assertThat(changed.status()).isEqualTo(200);
        assertThat(browser.get("/api/v1/me").body().at("/person/name").asString())
                .isEqualTo("Zoë");
        assertThat(browser.get("/api/v1/me").body().at("/person/appearance").asString())
                .isEqualTo("dark");
        assertThat(browser.send("PATCH", "/api/v1/me", "{\"appearance\":\"loud\"}")
                        .status())
                .isEqualTo(400);
        assertThat(browser.send("PATCH", "/api/v1/me", "{\"name\":\"a\\u0000b\"}")
                        .status())
                .isEqualTo(400);
        assertThat(browser.send("PATCH", "/api/v1/me", "{\"name\":\"\\ud800\"}").status())
                .isEqualTo(400);
    }

    @Test
    void signingInAgainInTheSameBrowserEndsItsFormerSession() {
        OrganisationId ink = organisation("Ink");
        Member rep = member(ink, Role.TRAINEE);
        Caller browser = browser(rep);
        String former = browser.cookies().get("__Host-session");

        assertThat(browser.post("/api/v1/sign-in", proof(rep.email(), PASSWORD)).status())
                .isEqualTo(200);

        assertThat(browser.get("/api/v1/me/sign-ins").body().path("items").size())
                .isEqualTo(1);
        browser.cookies().put("__Host-session", former);
        assertThat(browser.get("/api/v1/me").status()).isEqualTo(401);
    }
}
