package org.sellmeapen.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sellmeapen.Caller;
import org.sellmeapen.HouseTest;
import org.sellmeapen.kernel.OrganisationId;
import org.sellmeapen.simulators.Server;
import org.sellmeapen.simulators.Simulators;
import org.sellmeapen.tenancy.Role;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Calls of organisations that set up who hears and speaks in one, on the real house with simulated vendors. */
class OrganisationRelayTests extends HouseTest {

    private static final String MODELS = "/api/v1/organisation/models";
    private static @Nullable Server vendors;

    @Autowired
    private Listener listener;

    private OrganisationId ink;
    private Caller owner = caller();
    private Caller rep = caller();

    @BeforeAll
    static void simulatedVendors() throws Exception {
        vendors = Simulators.serve(VENDOR_PORT, Optional.empty());
    }

    @AfterAll
    static void close() throws Exception {
        if (vendors != null) {
            vendors.close();
        }
    }

    @BeforeEach
    void somebodyRehearses() {
        ink = organisation("Ink");
        owner = program(member(ink, Role.OWNER));
        rep = program(member(ink, Role.TRAINEE));
    }

    private String entry(String provider, String key, String more) {
        String id = owner.post("/api/v1/organisation/keys", "{\"name\":\"K\",\"value\":\"%s\"}".formatted(key))
                .body()
                .path("id")
                .asString();
        return """
                {"provider":"%s","model":"","key_id":"%s","base_url":"ws://127.0.0.1:%d/sound/%s"%s}""".formatted(
                        provider, id, VENDOR_PORT, provider.equals("gemini") ? "gemini-live" : "openai-realtime", more);
    }

    private String entry(String provider) {
        return entry(provider, "simulated-key-0123456789", "");
    }

    private void set(String... entries) {
        String etag = owner.get(MODELS).header("ETag");
        Caller.Answer answer = owner.with("If-Match", etag)
                .put(
                        MODELS,
                        "{\"functions\":[{\"function\":\"realtime\",\"entries\":[%s]}],\"allow_hosts\":[\"127.0.0.1:%d\"]}"
                                .formatted(String.join(",", entries), VENDOR_PORT));
        owner.without("If-Match");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private static JsonNode ticket(Caller caller) {
        String session = caller.post("/api/v1/sessions", "{\"scenario_id\":\"classic-pen\",\"level\":\"easy\"}")
                .body()
                .path("id")
                .asString();
        Caller.Answer answer = caller.post("/api/v1/sessions/" + session + "/voice-tickets", "{\"recording\":false}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.body();
    }

    private CallSocket call(JsonNode ticket) {
        CallSocket call = new CallSocket(listener.port(), ticket);
        call.say("\"type\":\"hello\",\"ear\":\"server\"");
        return call;
    }

    private List<JsonNode> left() {
        return owner.get("/api/v1/egress").body().path("items").valueStream().toList();
    }

    /** What was read already, or else is still to come. */
    private static JsonNode first(CallSocket call, String type) throws InterruptedException {
        List<JsonNode> seen = call.seen(type);
        return seen.isEmpty() ? call.next(type) : seen.getFirst();
    }

    private static void saysGoodMorning(CallSocket call) {
        call.hums(300, true);
        call.hums(900, false);
    }

    /** Says good morning, once more where a line that was just breaking off swallowed it, and reads to the end of the answer. */
    private static void isAnswered(CallSocket call) throws InterruptedException {
        first(call, "turn"); // nobody answers a counterpart who has not opened
        saysGoodMorning(call);
        boolean heard = false;
        int tries = 1;
        int answer = -1;
        Set<Integer> sounded = new HashSet<>(); // what a vendor says by itself may come before its turn
        while (!sounded.contains(answer)) {
            JsonNode message = heard || tries == 3 ? call.next() : call.next(3);
            if (message == null) {
                tries++;
                saysGoodMorning(call);
                continue;
            }
            switch (message.path("type").asString()) {
                case "turn" -> {
                    if (message.at("/turn/speaker").asString().equals("rep")) {
                        heard = true;
                        assertThat(message.at("/turn/text").asString()).isEqualToIgnoringCase("good morning");
                    } else if (heard) {
                        answer = message.at("/turn/i").asInt();
                    }
                }
                case "said" -> sounded.add(message.path("turn").asInt());
                default -> {}
            }
        }
        assertThat(call.soundBytes()).isPositive();
    }

    @Test
    void aCallHasItsOrganisationsVendorAndWhatWentStandsOnTheList() throws Exception {
        set(entry("openai"));
        JsonNode ticket = ticket(rep);
        assertThat(ticket.at("/rates/up").asInt()).isEqualTo(24_000);
        try (CallSocket call = call(ticket)) {
            JsonNode ready = call.next("ready");
            assertThat(ready.path("mode").asString()).isEqualTo("relay");
            assertThat(ready.path("steering").asString()).isEqualTo("each_turn");
            assertThat(ready.at("/ear/id").asString()).isEqualTo("openai");
            isAnswered(call);
        }
        Awaitility.await()
                .until(() -> left().size() == 1
                        && left().getFirst().path("state").asString().equals("ended"));
        JsonNode line = left().getFirst();
        assertThat(line.path("purpose").asString()).isEqualTo("realtime");
        assertThat(line.path("redacted").asBoolean(true)).isFalse();
        // Base64 of 1.2 seconds at 48 kB, and what is around it.
        assertThat(line.path("sent_bytes").asLong()).isGreaterThan(1_200 * 48 * 4 / 3);
        assertThat(line.path("received_bytes").asLong()).isGreaterThan(10_000);
        Awaitility.await()
                .until(() -> owner.get(MODELS + "/state")
                                .body()
                                .at("/functions/0/entries/0/spent_usd")
                                .asDouble()
                        > 0);
    }

    @Test
    void geminiIsAskedAtItsOwnRateAndAnswersByItself() throws Exception {
        set(entry("gemini"));
        JsonNode ticket = ticket(rep);
        assertThat(ticket.at("/rates/up").asInt()).isEqualTo(16_000);
        try (CallSocket call = call(ticket)) {
            assertThat(call.next("ready").path("steering").asString()).isEqualTo("one_turn_late");
            isAnswered(call);
        }
    }

    @Test
    void anotherOrganisationsCallHasNothingOfIt() throws Exception {
        set(entry("openai"));
        Caller other = program(member(organisation("Quill"), Role.TRAINEE));
        JsonNode ticket = ticket(other);
        assertThat(ticket.at("/rates/up").asInt()).isEqualTo(16_000);
        try (CallSocket call = call(ticket)) {
            assertThat(call.next("ready").path("mode").asString()).isEqualTo("pipeline");
        }
        assertThat(left()).isEmpty();
        assertThat(other.get("/api/v1/voice?language=en").body().has("relay")).isFalse();
        assertThat(rep.get("/api/v1/voice?language=en").body().path("relay").asString())
                .isEqualTo("openai");
    }

    @Test
    void whereTheFirstWillNotTheNextTakesTheCall() throws Exception {
        set(entry("openai", "wrong-key-0123456789", ""), entry("gemini"));
        try (CallSocket call = call(ticket(rep))) {
            JsonNode ready = call.next("ready");
            assertThat(ready.path("mode").asString()).isEqualTo("relay");
            assertThat(ready.at("/mouth/id").asString()).isEqualTo("gemini");
            isAnswered(call);
        }
    }

    @Test
    void whereAllOfThemFailTheCallGoesOnWithoutThem() throws Exception {
        set(entry("openai", "wrong-key-0123456789", ""));
        try (CallSocket call = call(ticket(rep))) {
            assertThat(call.next("ready").path("mode").asString()).isEqualTo("pipeline");
            assertThat(call.next("stepped_down").path("why").asString()).isEqualTo("key-refused");
        }
    }

    @Test
    void whoBreaksOffInTheMiddleIsCalledAgainAndTheTurnEndsAsItWasHeard() throws Exception {
        set(entry("openai", "simulated-sim-cut", ""));
        try (CallSocket call = call(ticket(rep))) {
            call.next("ready");
            isAnswered(call);
            assertThat(first(call, "trouble").path("code").asString()).isEqualTo("voice-broke-off");
            isAnswered(call);
        }
    }

    @Test
    void whereTheCapIsReachedInACallTheNextGoesOnWithIt() throws Exception {
        set(
                entry("openai", "simulated-key-0123456789", ",\"monthly_cap_usd\":0.061,\"unit_price_usd\":0.06"),
                entry("gemini"));
        JsonNode ticket = ticket(rep);
        assertThat(ticket.at("/rates/up").asInt()).isEqualTo(24_000);
        try (CallSocket call = call(ticket)) {
            assertThat(call.next("ready").at("/mouth/id").asString()).isEqualTo("openai");
            for (int k = 0; k < 4 && call.seen("stepped_down").isEmpty(); k++) {
                isAnswered(call);
            }
            JsonNode down = first(call, "stepped_down");
            assertThat(down.path("to").asString()).isEqualTo("next_provider");
            assertThat(down.path("why").asString()).isEqualTo("budget-spent");
            isAnswered(call);
            assertThat(call.seen("ready")).hasSize(1);
        }
        Awaitility.await().until(() -> left().size() == 2);
        try (CallSocket call = call(ticket(rep))) {
            assertThat(call.next("ready").at("/mouth/id").asString()).isEqualTo("gemini");
        }
    }

    @Test
    void aHostThatIsTakenBackEndsNoCallAndBeginsNone() throws Exception {
        set(entry("openai"));
        try (CallSocket call = call(ticket(rep))) {
            call.next("ready");
            owner.delete("/api/v1/organisation/allowed-hosts/"
                    + owner.get("/api/v1/organisation/allowed-hosts")
                            .body()
                            .at("/items/0/id")
                            .asString());
            isAnswered(call);
        }
        try (CallSocket call = call(ticket(rep))) {
            assertThat(call.next("ready").path("mode").asString()).isEqualTo("pipeline");
            assertThat(call.next("stepped_down").path("why").asString()).isEqualTo("not-allowed-out");
        }
        Awaitility.await()
                .until(() -> left().size() == 1
                        && left().getFirst().path("state").asString().equals("ended"));
    }
}
