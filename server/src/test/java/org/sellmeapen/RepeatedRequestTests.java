package org.sellmeapen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sellmeapen.tenancy.Role;

/** The same request, sent again or ten times at once, has one effect and one answer. */
class RepeatedRequestTests extends HouseTest {

    private static final String PEN = "{\"scenario_id\":\"classic-pen\",\"level\":\"easy\"}";
    private static final String SAID = "{\"text\":\"What do you write with today?\"}";

    private Member trainee = new Member(
            new org.sellmeapen.kernel.OrganisationId(new java.util.UUID(0, 0)),
            new org.sellmeapen.kernel.PersonId(new java.util.UUID(0, 0)),
            "",
            Role.TRAINEE);

    @BeforeEach
    void somebody() {
        trainee = member(organisation("Ink"), Role.TRAINEE);
    }

    private Caller keyed(String key, String accept) {
        return program(trainee).with("Idempotency-Key", key).with("Accept", accept);
    }

    private static List<Caller.Answer> atOnce(List<Caller> callers, String path, String body) throws Exception {
        List<Caller.Answer> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Caller.Answer>> sent = callers.stream()
                    .map(caller -> threads.submit(() -> caller.post(path, body)))
                    .toList();
            for (Future<Caller.Answer> one : sent) {
                answers.add(one.get());
            }
        }
        return answers;
    }

    private List<Caller> ten(String key, String accept) {
        List<Caller> callers = new ArrayList<>();
        for (int n = 0; n < 10; n++) {
            callers.add(keyed(key, accept));
        }
        return callers;
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/event-stream, application/json"})
    void tenTwinsBeginOneSession(String accept) throws Exception {
        Set<String> bodies = new HashSet<>();
        for (Caller.Answer answer : atOnce(ten("begin", accept), "/api/v1/sessions", PEN)) {
            assertThat(answer.status()).as(answer.text()).isEqualTo(201);
            bodies.add(answer.text());
        }
        assertThat(bodies).hasSize(1);
        assertThat(program(trainee).get("/api/v1/sessions").body().path("items").size())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/event-stream"})
    void tenTwinsSayOneTurnAndHearOneAnswer(String accept) throws Exception {
        String session = "/api/v1/sessions/"
                + program(trainee)
                        .post("/api/v1/sessions", PEN)
                        .body()
                        .path("id")
                        .asString();
        Set<String> bodies = new HashSet<>();
        for (Caller.Answer answer : atOnce(ten("say", accept), session + "/turns", SAID)) {
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            bodies.add(answer.text());
        }
        assertThat(bodies).hasSize(1);
        int turns = program(trainee).get(session).body().path("turns").size();

        assertThat(keyed("say", accept).post(session + "/turns", SAID).text())
                .isEqualTo(bodies.iterator().next());
        Caller.Answer other = keyed("say", accept).post(session + "/turns", "{\"text\":\"Something else.\"}");
        assertThat(other.status()).isEqualTo(422);
        assertThat(program(trainee).get(session).body().path("turns").size()).isEqualTo(turns);
    }

    @Test
    void whatIsOverIsSaidToBeOverWhoeverHeldIt() {
        Caller caller = program(trainee);
        String session = "/api/v1/sessions/"
                + caller.post("/api/v1/sessions", PEN).body().path("id").asString();
        String tab = "0190a5b0-0000-7000-8000-000000000001";
        caller.post(session + "/lease", "{\"holder\":\"" + tab + "\"}");
        assertThat(caller.post(session + "/turns", SAID).code()).isEqualTo("session-open-elsewhere");
        caller.with("Session-Lease", tab).post(session + "/end", "");
        assertThat(caller.without("Session-Lease")
                        .post(session + "/turns", SAID)
                        .code())
                .isEqualTo("session-already-ended");
    }

    @Test
    void filtersTakeTheWordsOfTheApi() {
        for (String filter : List.of("level=easy", "category=pen", "seat=seller")) {
            Caller.Answer answer = program(trainee).get("/api/v1/scenarios?" + filter);
            assertThat(answer.status()).as(filter).isEqualTo(200);
            assertThat(answer.body().path("items").size()).as(filter).isPositive();
        }
        assertThat(program(trainee).get("/api/v1/scenarios?level=none").status())
                .isEqualTo(400);
    }
}
