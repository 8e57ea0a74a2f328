package org.sellmeapen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sellmeapen.kernel.Cursor;
import org.sellmeapen.signin.TokenScope;
import org.sellmeapen.tenancy.OrganisationScope;
import org.sellmeapen.tenancy.Role;

/** Requests that are wrong in ways a framework stumbles over are refused plainly, and nothing was done. */
class RefusedAtTheDoorTests extends HouseTest {

    private static final String PEN = "{\"scenario_id\":\"classic-pen\",\"level\":\"easy\"}";
    private static final String COFFEE = "{\"scenario_id\":\"buyer-office-coffee\",\"level\":\"easy\"}";

    private Caller owner = new Caller("");

    @BeforeEach
    void somebody() {
        owner = program(member(organisation("Door"), Role.OWNER));
    }

    @Test
    void aCursorOfAnotherListIsNoCursorOfThisOne() {
        String foreign = Cursor.after("somebody", ids.next().toString()).text();
        assertThat(owner.get("/api/v1/sessions?cursor=" + foreign).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "application/*", "text/*"})
    void aRangeIsNoContentType(String type) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/sign-in"))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(request, HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(415);
    }

    @Test
    void whoCannotTakeTheAnswerChangesNothing() {
        assertThat(owner.with("Accept", "text/html")
                        .post("/api/v1/teams", "{\"name\":\"Ghosts\"}")
                        .status())
                .isEqualTo(406);
        assertThat(owner.without("Accept")
                        .get("/api/v1/teams")
                        .body()
                        .path("items")
                        .size())
                .isZero();
    }

    @Test
    void aLongBodyUnderAKeyIsRefusedThoughItDidNotSayHowLongItIs() throws Exception {
        byte[] body = ("{\"name\":\"" + "x".repeat(1_100_000) + "\"}").getBytes();
        Member longWinded = member(organisation("Long"), Role.OWNER);
        String token = OrganisationScope.within(
                longWinded.organisation(),
                () -> tokens.make(longWinded.organisation(), longWinded.id(), "test", Set.of(TokenScope.ADMIN)));
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/teams"))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token)
                .header("Idempotency-Key", "long")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(request, HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(413);
    }

    @Test
    void aStageThatIsNoneAndAPersonWhoIsNobodyAreSaidToBe() {
        assertThat(owner.get("/api/v1/sessions?stage=foo").status()).isEqualTo(400);
        for (String path : List.of("sessions", "trend")) {
            assertThat(owner.get("/api/v1/" + path + "?person_id=" + ids.next()).status())
                    .as(path)
                    .isEqualTo(404);
        }
    }

    @Test
    void aScenarioIsFoundByItsWholeAddress() {
        assertThat(owner.get("/api/v1/scenarios/sellmeapen/classic-pen@1")
                        .body()
                        .path("id")
                        .asString())
                .isEqualTo("classic-pen");
        assertThat(owner.get("/api/v1/scenarios/sellmeapen/none@1").status()).isEqualTo(404);
    }

    @Test
    void aHintIsTheSameAndCountsOnceUntilSomethingIsSaid() {
        String session = begun(PEN);
        String first = owner.post(session + "/hints", "").body().path("text").asString();
        owner.post(session + "/pause", "");
        Caller.Answer again = owner.post(session + "/hints", "");
        assertThat(again.body().path("text").asString()).isEqualTo(first);
        assertThat(again.body().path("hints_used").asInt()).isEqualTo(1);
    }

    @Test
    void aTagAfterTheEndIsTakenAndJudgedAnew() throws InterruptedException {
        String session = begun(COFFEE);
        owner.post(session + "/turns", "{\"text\":\"We are forty people and the machine broke.\"}");
        owner.post(session + "/end", "");
        awaitRevision(session, 1);
        assertThat(owner.put(session + "/technique-tags/0", "{\"technique\":\"open_discovery\"}")
                        .status())
                .isEqualTo(204);
        awaitRevision(session, 2);
    }

    @Test
    void whoEndsItIsNotQuotedAsDecidingIt() throws InterruptedException {
        String session = begun(PEN);
        owner.post(session + "/turns", "{\"text\":\"What do you write with today?\"}");
        owner.post(session + "/end", "");
        awaitRevision(session, 1);
        Caller.Answer card = owner.get(session + "/scorecards/latest");
        assertThat(card.body().path("outcome").asString()).isEqualTo("undecided");
        assertThat(card.body().has("ending")).isFalse();
    }

    private String begun(String what) {
        String session = "/api/v1/sessions/"
                + owner.post("/api/v1/sessions", what).body().path("id").asString();
        owner.post(session + "/start", "");
        return session;
    }

    /** The judging follows on another thread; a minute at most. */
    private void awaitRevision(String session, int revision) {
        long end = System.nanoTime() + 60_000_000_000L;
        while (owner.get(session + "/scorecards").body().path("items").size() < revision) {
            assertThat(System.nanoTime()).as("it did not come within a minute").isLessThan(end);
            java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
        }
    }
}
