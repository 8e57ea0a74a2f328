package org.sellmeapen.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.sellmeapen.Caller;
import org.sellmeapen.HouseTest;
import org.sellmeapen.kernel.OrganisationId;

class PeopleAndTeamsTests extends HouseTest {

    private static String address(Member member) {
        return "/api/v1/people/" + member.id();
    }

    private static Caller.Answer change(Caller caller, Member member, String json) {
        return caller.patch(address(member), json, caller.get(address(member)).header("ETag"));
    }

    @Test
    void theLastActiveOwnerIsNeitherDemotedNorDeactivatedNorRemoved() {
        OrganisationId ink = organisation("Ink");
        Member owner = member(ink, Role.OWNER);
        Member second = member(ink, Role.OWNER);
        Caller caller = program(owner);
        assertThat(change(caller, second, "{\"active\":false}").status()).isEqualTo(200);

        assertThat(change(caller, owner, "{\"role\":\"admin\"}").code()).isEqualTo("last-owner");
        assertThat(change(caller, owner, "{\"active\":false}").code()).isEqualTo("last-owner");
        assertThat(caller.delete(address(owner)).code()).isEqualTo("last-owner");

        assertThat(change(caller, second, "{\"active\":true}").status()).isEqualTo(200);
        assertThat(change(caller, owner, "{\"role\":\"admin\"}")
                        .body()
                        .path("role")
                        .asString())
                .isEqualTo("admin");
    }

    @Test
    void twoOwnersWhoLeaveAtTheSameMomentDoNotBothGo() throws Exception {
        for (int round = 0; round < 5; round++) {
            OrganisationId ink = organisation("Ink");
            Member one = member(ink, Role.OWNER);
            Member two = member(ink, Role.OWNER);
            Caller callerOne = program(one);
            Caller callerTwo = program(two);
            List<Callable<Integer>> both = List.of(
                    () -> callerOne.delete(address(one)).status(),
                    () -> callerTwo.delete(address(two)).status());
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Integer> statuses = threads.invokeAll(both).stream()
                        .map(f -> f.resultNow())
                        .sorted()
                        .toList();
                assertThat(statuses).containsExactly(204, 409);
            }
        }
    }

    @Test
    void nobodyGivesARoleAboveTheirOwnOrTouchesWhoHasOne() {
        OrganisationId ink = organisation("Ink");
        Member owner = member(ink, Role.OWNER);
        Member admin = member(ink, Role.ADMIN);
        Member rep = member(ink, Role.TRAINEE);
        Caller caller = program(admin);

        assertThat(change(caller, rep, "{\"role\":\"owner\"}").code()).isEqualTo("role-above-own");
        assertThat(change(caller, admin, "{\"role\":\"owner\"}").code()).isEqualTo("role-above-own");
        assertThat(change(caller, owner, "{\"active\":false}").code()).isEqualTo("role-above-own");
        assertThat(caller.delete(address(owner)).code()).isEqualTo("role-above-own");
        assertThat(change(caller, rep, "{\"role\":\"manager\"}").status()).isEqualTo(200);
        assertThat(change(program(owner), rep, "{\"role\":\"owner\"}").status()).isEqualTo(200);
    }

    @Test
    void aChangeOfWhatSomebodyElseChangedMeanwhileIsRefused() {
        OrganisationId ink = organisation("Ink");
        Member rep = member(ink, Role.TRAINEE);
        Caller caller = program(member(ink, Role.OWNER));
        String seen = caller.get(address(rep)).header("ETag");
        assertThat(caller.patch(address(rep), "{\"role\":\"author\"}", seen).status())
                .isEqualTo(200);

        assertThat(caller.patch(address(rep), "{\"role\":\"analyst\"}", seen).status())
                .isEqualTo(412);
        assertThat(caller.send("PATCH", address(rep), "{\"role\":\"analyst\"}").status())
                .isEqualTo(428);
        assertThat(caller.get(address(rep)).body().path("role").asString()).isEqualTo("author");

        String organisation = caller.get("/api/v1/organisation").header("ETag");
        assertThat(caller.patch("/api/v1/organisation", "{\"managers_see\":\"shared\"}", organisation)
                        .body()
                        .path("managers_see")
                        .asString())
                .isEqualTo("shared");
        assertThat(caller.patch("/api/v1/organisation", "{\"keep_sessions_days\":9}", organisation)
                        .status())
                .isEqualTo(412);
        assertThat(caller.patch("/api/v1/organisation", "{\"keep_sessions_days\":0}", "\"2\"")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aManagerSeesThePeopleOfTheTeamsTheyLeadAndNobodyElse() {
        OrganisationId ink = organisation("Ink");
        Member manager = member(ink, Role.MANAGER);
        Member inTeam = member(ink, Role.TRAINEE);
        Member outside = member(ink, Role.TRAINEE);
        Caller owner = program(member(ink, Role.OWNER));
        String east = owner.post("/api/v1/teams", "{\"name\":\"East\"}")
                .body()
                .path("id")
                .asString();
        String west = owner.post("/api/v1/teams", "{\"name\":\"West\"}")
                .body()
                .path("id")
                .asString();
        owner.put("/api/v1/teams/" + east + "/members/" + manager.id(), "{\"lead\":true}");
        owner.put("/api/v1/teams/" + east + "/members/" + inTeam.id(), "{\"lead\":false}");
        owner.put("/api/v1/teams/" + west + "/members/" + outside.id(), "{\"lead\":false}");
        Caller caller = program(manager);

        List<String> seen = new ArrayList<>();
        caller.get("/api/v1/people")
                .body()
                .path("items")
                .forEach(line -> seen.add(line.path("id").asString()));
        assertThat(seen)
                .containsExactlyInAnyOrder(manager.id().toString(), inTeam.id().toString());
        assertThat(caller.get(address(outside)).status()).isEqualTo(404);
        assertThat(caller.get("/api/v1/teams").body().path("items").size()).isEqualTo(1);
        assertThat(caller.get("/api/v1/teams/" + west + "/members").status()).isEqualTo(404);
        assertThat(caller.get("/api/v1/teams/" + east + "/members")
                        .body()
                        .path("items")
                        .size())
                .isEqualTo(2);
        assertThat(owner.get("/api/v1/people?team_id=" + east)
                        .body()
                        .path("items")
                        .size())
                .isEqualTo(2);
        assertThat(owner.get("/api/v1/teams").body().at("/items/0/leads/0/id").asString())
                .isEqualTo(manager.id().toString());
        assertThat(tenancyLedBy(manager)).isEqualTo(2);
    }

    private int tenancyLedBy(Member manager) {
        return OrganisationScope.within(
                manager.organisation(), () -> tenancy.ledBy(manager.id()).size());
    }

    @Test
    void aListIsPagedWithoutLosingOrRepeatingAnybody() {
        OrganisationId ink = organisation("Ink");
        Caller owner = program(member(ink, Role.OWNER));
        for (int n = 0; n < 6; n++) {
            member(ink, Role.TRAINEE); // all of the same name
        }

        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            var page = owner.get("/api/v1/people?limit=2&cursor=" + cursor).body();
            page.path("items").forEach(line -> seen.add(line.path("id").asString()));
            cursor = page.path("next_cursor").asString("");
        } while (!cursor.isEmpty());

        assertThat(seen).hasSize(7).doesNotHaveDuplicates();
        assertThat(owner.get("/api/v1/people?cursor=nonsense").code()).isEqualTo("not-valid");
        assertThat(owner.get("/api/v1/people?cursor=YWJj").code()).isEqualTo("not-valid");
        assertThat(owner.get("/api/v1/people?limit=0").code()).isEqualTo("not-valid");
        assertThat(owner.get("/api/v1/people?limit=x").code()).isEqualTo("not-valid");
        assertThat(owner.get("/api/v1/people?role=emperor").code()).isEqualTo("not-valid");
        assertThat(owner.get("/api/v1/people?q=%25").body().path("items").size())
                .isZero();
        assertThat(owner.get("/api/v1/people?q=a%00b").status()).isEqualTo(400);
        assertThat(owner.get("/api/v1/people?q=TRAIN&role=trainee&active=true")
                        .body()
                        .path("items")
                        .size())
                .isEqualTo(6);
    }

    @Test
    void aTeamIsMadeRenamedEmptiedAndRemoved() {
        OrganisationId ink = organisation("Ink");
        Caller owner = program(member(ink, Role.OWNER));
        Member rep = member(ink, Role.TRAINEE);
        Caller.Answer made = owner.post("/api/v1/teams", "{\"name\":\" East \"}");
        String team = made.header("Location");

        assertThat(owner.post("/api/v1/teams", "{\"name\":\"EAST\"}").code()).isEqualTo("team-name-taken");
        assertThat(owner.post("/api/v1/teams", "{\"name\":\"\"}").code()).isEqualTo("not-valid");
        assertThat(owner.post("/api/v1/teams", "{\"name\":null}").code()).isEqualTo("not-valid");
        assertThat(owner.patch(team, "{\"name\":\"North\"}", made.header("ETag"))
                        .body()
                        .path("name")
                        .asString())
                .isEqualTo("North");
        assertThat(owner.put(team + "/members/" + rep.id(), "{\"lead\":false}").status())
                .isEqualTo(204);
        assertThat(owner.put(team + "/members/" + rep.id(), "{}").status()).isEqualTo(400);
        assertThat(owner.delete(team + "/members/" + rep.id()).status()).isEqualTo(204);
        assertThat(owner.delete(team + "/members/" + rep.id()).status()).isEqualTo(404);
        assertThat(owner.delete(team).status()).isEqualTo(204);
        assertThat(owner.get(team).status()).isEqualTo(404);
    }

    @Test
    void anOrganisationIsDissolvedWithTheAccountsThatWereItsAlone() {
        OrganisationId demo = organisation("Demo");
        OrganisationId ink = organisation("Ink");
        Member only = member(demo, Role.OWNER);
        Member both = member(demo, Role.TRAINEE);
        OrganisationScope.within(
                ink,
                both.id(),
                () -> transactions.execute(_ -> {
                    tenancy.join(both.id(), Role.TRAINEE, List.of());
                    return true;
                }));
        Caller program = program(only);
        program.post("/api/v1/teams", "{\"name\":\"East\"}");

        tenancy.dissolve(demo);

        assertThat(program.get("/api/v1/me").status()).isEqualTo(401);
        assertThat(tenancy.account(only.id())).isEmpty();
        assertThat(tenancy.organisationsOf(both.id()))
                .extracting(OrganisationOfPerson::id)
                .containsExactly(ink);
        assertThat(browser(both)
                        .get("/api/v1/me")
                        .body()
                        .at("/organisation/name")
                        .asString())
                .isEqualTo("Ink");
    }
}
