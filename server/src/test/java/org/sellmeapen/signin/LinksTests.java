package org.sellmeapen.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sellmeapen.Caller;
import org.sellmeapen.HouseTest;
import org.sellmeapen.kernel.OrganisationId;
import org.sellmeapen.tenancy.OrganisationScope;
import org.sellmeapen.tenancy.Role;
import org.springframework.beans.factory.annotation.Autowired;

class LinksTests extends HouseTest {

    private static final String NEW_PASSWORD = "nine quiet harbours glow";

    @Autowired
    private FirstAdministrator firstAdministrator;

    private static String token(String link) {
        assertThat(link).startsWith("https://pen.example.org/welcome#");
        return link.substring(link.indexOf('#') + 1);
    }

    private Caller.Answer look(String token) {
        return caller().post("/api/v1/links/look", "{\"token\":\"%s\"}".formatted(token));
    }

    private Caller.Answer accept(Caller caller, String token, String more) {
        return caller.post("/api/v1/links/accept", "{\"token\":\"%s\"%s}".formatted(token, more));
    }

    private static String fields(String name, String password) {
        return ",\"name\":\"%s\",\"password\":\"%s\"".formatted(name, password);
    }

    private Caller.Answer invite(Caller admin, String email, String role) {
        return admin.post("/api/v1/invitations", "{\"email\":\"%s\",\"role\":\"%s\"}".formatted(email, role));
    }

    private static String fresh() {
        return "new-" + UUID.randomUUID() + "@example.org";
    }

    @Test
    void theFirstAdministratorComesInByALinkThatThenOpensNothingEverAgain() {
        String first = token(firstAdministrator.linkIfNeeded().orElseThrow());
        String second = token(firstAdministrator.linkIfNeeded().orElseThrow());
        String email = fresh();
        String answer =
                ",\"email\":\"%s\",\"organisation_name\":\"Ink & Co\"%s".formatted(email, fields("Ada", NEW_PASSWORD));
        assertThat(look(first).body().path("kind").asString()).isEqualTo("first_administrator");
        assertThat(accept(caller(), first, fields("Ada", NEW_PASSWORD)).status())
                .isEqualTo(400);

        Caller browser = caller();
        Caller.Answer me = accept(browser, first, answer);

        assertThat(me.status()).isEqualTo(200);
        assertThat(me.body().path("role").asString()).isEqualTo("owner");
        assertThat(browser.get("/api/v1/organisation").body().path("name").asString())
                .isEqualTo("Ink & Co");
        assertThat(accept(caller(), first, answer).code()).isEqualTo("link-not-valid");
        assertThat(accept(caller(), second, answer.replace(email, fresh())).code())
                .isEqualTo("link-not-valid");
        assertThat(look(second).code()).isEqualTo("link-not-valid");
        assertThat(firstAdministrator.linkIfNeeded()).isEmpty();
    }

    @Test
    void anInvitationLetsAPersonInOnceWithTheRoleAndTeamsItNames() {
        OrganisationId ink = organisation("Ink");
        Caller admin = program(member(ink, Role.ADMIN));
        String team = admin.post("/api/v1/teams", "{\"name\":\"East\"}")
                .body()
                .path("id")
                .asString();
        String email = fresh();
        Caller.Answer invited = admin.post(
                "/api/v1/invitations",
                "{\"email\":\"%s\",\"role\":\"manager\",\"team_ids\":[\"%s\"]}".formatted(email, team));
        assertThat(invited.status()).isEqualTo(201);
        assertThat(invited.body().path("mailed").asBoolean()).isTrue();
        String token = token(invited.body().path("link").asString());
        assertThat(look(token).body().path("organisation_name").asString()).isEqualTo("Ink");
        assertThat(look(token).body().has("name")).isFalse();

        assertThat(accept(caller(), token, fields("Grace", "password1234")).code())
                .isEqualTo("password-too-common");
        Caller browser = caller();
        Caller.Answer me = accept(browser, token, fields("Grace", NEW_PASSWORD));

        assertThat(me.status()).isEqualTo(200);
        assertThat(me.body().path("role").asString()).isEqualTo("manager");
        assertThat(me.body().at("/teams/0/name").asString()).isEqualTo("East");
        assertThat(browser.get("/api/v1/me").status()).isEqualTo(200);
        assertThat(accept(caller(), token, fields("Grace", NEW_PASSWORD)).code())
                .isEqualTo("link-not-valid");
        assertThat(invite(admin, email, "trainee").code()).isEqualTo("already-member");
        assertThat(admin.get("/api/v1/invitations").body().path("items").size()).isZero();
    }

    @Test
    void ofManyWhoUseALinkAtOnceOneComesIn() throws Exception {
        Caller admin = program(member(organisation("Ink"), Role.ADMIN));
        String token =
                token(invite(admin, fresh(), "trainee").body().path("link").asString());

        List<Callable<Integer>> all = IntStream.range(0, 6)
                .<Callable<Integer>>mapToObj(n -> () ->
                        accept(caller(), token, fields("Twin", NEW_PASSWORD)).status())
                .toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Integer> statuses = threads.invokeAll(all).stream()
                    .map(f -> f.resultNow())
                    .sorted()
                    .toList();
            assertThat(statuses).startsWith(200).filteredOn(s -> s == 200).hasSize(1);
            assertThat(statuses).noneMatch(s -> s >= 500);
        }
    }

    @Test
    void anExpiredOrWithdrawnOrReplacedInvitationOpensNothing() {
        Caller admin = program(member(organisation("Ink"), Role.ADMIN));
        String email = fresh();
        String replaced =
                token(invite(admin, email, "trainee").body().path("link").asString());
        Caller.Answer again = invite(admin, email, "trainee");
        assertThat(look(replaced).code()).isEqualTo("link-not-valid");
        assertThat(admin.get("/api/v1/invitations").body().path("items").size()).isEqualTo(1);

        admin.delete("/api/v1/invitations/" + again.body().path("id").asString());
        assertThat(look(token(again.body().path("link").asString())).code()).isEqualTo("link-not-valid");

        String late = token(invite(admin, email, "trainee").body().path("link").asString());
        CLOCK.forward(Duration.ofDays(7));
        assertThat(look(late).code()).isEqualTo("link-not-valid");
        assertThat(accept(caller(), late, fields("Late", NEW_PASSWORD)).code()).isEqualTo("link-not-valid");
        assertThat(look("never-was").body().path("detail"))
                .isEqualTo(look(late).body().path("detail"));
    }

    @Test
    void anExistingAccountJoinsWithItsOwnPasswordOrWhileSignedIn() {
        Member rep = member(organisation("Quill"), Role.TRAINEE);
        Caller admin = program(member(organisation("Ink"), Role.ADMIN));
        String token =
                token(invite(admin, rep.email(), "author").body().path("link").asString());

        assertThat(look(token).body().path("name").asString()).isEqualTo("Test trainee");
        assertThat(accept(caller(), token, fields("Thief", NEW_PASSWORD)).code())
                .isEqualTo("wrong-credentials");
        Caller.Answer joined = accept(browser(rep), token, ",\"password\":\"\"");

        assertThat(joined.body().at("/organisation/name").asString()).isEqualTo("Ink");
        assertThat(joined.body().path("organisations").size()).isEqualTo(2);
    }

    @Test
    void recoveryByMailAnswersAlikeForEverybodyAndWorksOnce() throws IOException {
        Member rep = member(organisation("Ink"), Role.TRAINEE);
        Caller thief = browser(rep);
        Caller program = program(rep);

        Caller.Answer known = caller().post("/api/v1/recovery", "{\"email\":\"%s\"}".formatted(rep.email()));
        Caller.Answer unknown = caller().post("/api/v1/recovery", "{\"email\":\"%s\"}".formatted(fresh()));
        assertThat(known.status()).isEqualTo(202).isEqualTo(unknown.status());
        assertThat(known.text()).isEqualTo(unknown.text());

        Path mails = folder().resolve("sink").resolve("mail");
        String letter = await().until(() -> letterTo(mails, rep.email()), text -> !text.isEmpty());
        String token =
                letter.substring(letter.indexOf('#') + 1).lines().findFirst().orElseThrow();
        String password = ",\"password\":\"%s\"".formatted(NEW_PASSWORD);
        assertThat(accept(caller(), token, password).status()).isEqualTo(200);

        assertThat(thief.get("/api/v1/me").status()).isEqualTo(401);
        assertThat(program.get("/api/v1/me").status()).isEqualTo(401);
        assertThat(accept(caller(), token, password).code()).isEqualTo("link-not-valid");
    }

    private static String letterTo(Path folder, String email) throws IOException {
        if (!Files.isDirectory(folder)) {
            return "";
        }
        try (var files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".eml")).toList()) {
                String text = Files.readString(file);
                if (text.contains("To: " + email) && text.contains("new password")) {
                    return text;
                }
            }
        }
        return "";
    }

    @Test
    void anAdministratorRecoversOnlyWhoBelongsToThemAlone() {
        OrganisationId ink = organisation("Ink");
        Member rep = member(ink, Role.TRAINEE);
        Member owner = member(ink, Role.OWNER);
        Member stranger = member(organisation("Quill"), Role.TRAINEE);
        Caller admin = program(member(ink, Role.ADMIN));
        String address = "/api/v1/people/%s/recovery-links";

        assertThat(admin.post(address.formatted(owner.id()), "{}").code()).isEqualTo("role-above-own");
        assertThat(admin.post(address.formatted(stranger.id()), "{}").code()).isEqualTo("not-found");
        Caller.Answer issued = admin.post(address.formatted(rep.id()), "{}");
        assertThat(issued.status()).isEqualTo(201);
        String token = token(issued.body().path("link").asString());

        OrganisationId third = organisation("Third");
        OrganisationScope.within(
                third,
                rep.id(),
                () -> transactions.execute(_ -> {
                    tenancy.join(rep.id(), Role.OWNER, List.of());
                    return true;
                }));
        assertThat(accept(caller(), token, ",\"password\":\"%s\"".formatted(NEW_PASSWORD))
                        .code())
                .isEqualTo("link-not-valid");
        assertThat(admin.post(address.formatted(rep.id()), "{}").code()).isEqualTo("recovery-elsewhere");
    }

    @Test
    void nobodyInvitesSomebodyAboveThemselves() {
        OrganisationId ink = organisation("Ink");
        assertThat(invite(program(member(ink, Role.ADMIN)), fresh(), "owner").code())
                .isEqualTo("role-above-own");
        assertThat(invite(program(member(ink, Role.MANAGER)), fresh(), "trainee")
                        .code())
                .isEqualTo("not-allowed");
        assertThat(invite(program(member(ink, Role.OWNER)), fresh(), "owner").status())
                .isEqualTo(201);
        assertThat(invite(program(member(ink, Role.OWNER)), "not an address", "owner")
                        .status())
                .isEqualTo(400);
        assertThat(invite(program(member(ink, Role.OWNER)), fresh(), "emperor").code())
                .isEqualTo("not-valid");
    }
}
