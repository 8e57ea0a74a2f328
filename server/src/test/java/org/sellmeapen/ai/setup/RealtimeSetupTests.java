package org.sellmeapen.ai.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sellmeapen.Caller;
import org.sellmeapen.HouseTest;
import org.sellmeapen.ai.RealtimeModel;
import org.sellmeapen.ai.RealtimeModels;
import org.sellmeapen.ai.RealtimeUsage;
import org.sellmeapen.ai.SpeechFailed;
import org.sellmeapen.connections.NotAllowedOut;
import org.sellmeapen.kernel.OrganisationId;
import org.sellmeapen.simulators.Server;
import org.sellmeapen.simulators.Simulators;
import org.sellmeapen.tenancy.Role;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** An administrator sets up who hears and speaks in one; tried out, that is a real call to a simulated vendor. */
class RealtimeSetupTests extends HouseTest {

    private static final String MODELS = "/api/v1/organisation/models";
    private static @Nullable Server vendors;

    @Autowired
    private RealtimeModels realtime;

    private OrganisationId ink = new OrganisationId(new UUID(0, 1));
    private Caller owner = caller();

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
    void anOrganisation() {
        ink = organisation("Ink");
        owner = program(member(ink, Role.OWNER));
    }

    /** @param value its end tells the simulator how to behave */
    private String key(String value) {
        Caller.Answer made =
                owner.post("/api/v1/organisation/keys", "{\"name\":\"K\",\"value\":\"%s\"}".formatted(value));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        return made.body().path("id").asString();
    }

    private String key() {
        return key("simulated-key-0123456789");
    }

    private static String entry(String provider, String key, String more) {
        String played = provider.equals("gemini") ? "gemini-live" : "openai-realtime";
        return """
                {"provider":"%s","model":"","key_id":"%s","base_url":"ws://127.0.0.1:%d/sound/%s"%s}""".formatted(provider, key, VENDOR_PORT, played, more);
    }

    private Caller.Answer put(boolean allowing, String... entries) {
        String etag = owner.get(MODELS).header("ETag");
        Caller.Answer answer = owner.with("If-Match", etag)
                .put(
                        MODELS,
                        "{\"functions\":[{\"function\":\"realtime\",\"entries\":[%s]}]%s}"
                                .formatted(
                                        String.join(",", entries),
                                        allowing ? ",\"allow_hosts\":[\"127.0.0.1:" + VENDOR_PORT + "\"]" : ""));
        owner.without("If-Match");
        return answer;
    }

    private void set(String... entries) {
        Caller.Answer answer = put(true, entries);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private List<String> order(OrganisationId organisation) {
        return realtime.inOrder(organisation).stream()
                .map(RealtimeModel::provider)
                .toList();
    }

    private JsonNode test(String entry) {
        return owner.post(
                        MODELS + "/tests",
                        "{\"function\":\"realtime\",\"entry\":%s,\"allow_hosts\":[\"127.0.0.1:%d\"]}"
                                .formatted(entry, VENDOR_PORT))
                .body();
    }

    @Test
    void theCatalogueListsThemApartFromWhoWordsHearsOrSpeaks() {
        List<String> found = owner.get(MODELS + "/providers")
                .body()
                .path("items")
                .valueStream()
                .filter(item -> item.path("functions").toString().equals("[\"realtime\"]"))
                .map(item ->
                        item.path("id").asString() + " " + item.path("base_url").asString())
                .toList();
        assertThat(found)
                .containsExactly("openai wss://api.openai.com", "gemini wss://generativelanguage.googleapis.com");
    }

    @Test
    void theirHostIsAllowedForThisPurposeInTheSameAct() {
        String entry = entry("openai", key(), "");
        assertThat(put(false, entry).code()).isEqualTo("host-not-allowed-yet");
        set(entry);
        assertThat(owner.get("/api/v1/organisation/allowed-hosts")
                        .body()
                        .at("/items/0/purpose")
                        .asString())
                .isEqualTo("realtime");
    }

    @Test
    void theirOrderIsTheirsAndNobodyElseHasIt() {
        String key = key();
        set(entry("gemini", key, ""), entry("openai", key, ""));
        assertThat(order(ink)).containsExactly("gemini", "openai");
        assertThat(order(organisation("Quill"))).isEmpty();
    }

    @Test
    void whatACallIsMadeWithIsWhatWasSetUp() {
        set(entry("openai", key(), """
                ,"voice":"cedar","options":{"steering":"one-turn-late"},"latency_cap_ms":1500"""));
        RealtimeModel model = realtime.inOrder(ink).getFirst();
        assertThat(model.key().value()).isEqualTo("simulated-key-0123456789");
        assertThat(model.model()).isEqualTo("gpt-realtime");
        assertThat(model.voice()).isEqualTo("cedar");
        assertThat(model.option("steering")).isEqualTo("one-turn-late");
        assertThat(model.within()).hasMillis(1_500);
    }

    @Test
    void whoseKeyIsGoneIsLeftOutAtOnce() {
        String key = key();
        set(entry("openai", key, ""));
        assertThat(order(ink)).containsExactly("openai");
        owner.delete("/api/v1/organisation/keys/" + key);
        assertThat(order(ink)).isEmpty();
    }

    @Test
    void aTestIsARealAnswerInSound() {
        for (String vendor : List.of("openai", "gemini")) {
            JsonNode tested = test(entry(vendor, key(), ""));
            assertThat(tested.path("ok").asBoolean()).as(tested.toString()).isTrue();
            assertThat(tested.path("said").asString()).isEqualTo("The pen writes.");
            assertThat(tested.has("first_word_ms")).isTrue();
            assertThat(tested.path("whole_ms").asLong())
                    .isGreaterThanOrEqualTo(tested.path("first_word_ms").asLong());
            assertThat(tested.path("cost_usd").asDouble()).as(tested.toString()).isPositive();
        }
        org.awaitility.Awaitility.await()
                .until(() -> owner.get("/api/v1/egress")
                                .body()
                                .path("items")
                                .valueStream()
                                .filter(line -> line.path("received_bytes").asLong() > 0)
                                .count()
                        == 2);
        JsonNode line = owner.get("/api/v1/egress").body().at("/items/0");
        assertThat(line.path("purpose").asString()).isEqualTo("realtime");
        assertThat(line.path("host").asString()).isEqualTo("127.0.0.1");
        assertThat(line.path("redacted").asBoolean()).isFalse();
        assertThat(line.path("sent_bytes").asLong()).isPositive();
    }

    @Test
    void aTestThatFailsShowsTheVendorsWordsAndNoKey() {
        for (String vendor : List.of("openai", "gemini")) {
            JsonNode tested = test(entry(vendor, key("wrong-key-0123456789"), ""));
            assertThat(tested.path("ok").asBoolean()).isFalse();
            assertThat(tested.path("code").asString()).as(tested.toString()).isEqualTo("key-refused");
            assertThat(tested.path("vendor_words").asString()).isNotBlank();
            assertThat(tested.toString()).doesNotContain("wrong-key-0123456789");
        }
    }

    @Test
    void aTestTellsTroublesApart() {
        assertThat(test(entry("openai", key("simulated-sim-refusal"), ""))
                        .path("code")
                        .asString())
                .isEqualTo("no-credit");
        assertThat(test(entry("openai", key("simulated-sim-429"), ""))
                        .path("code")
                        .asString())
                .isEqualTo("too-busy");
        assertThat(test(entry("gemini", key("simulated-sim-500"), ""))
                        .path("code")
                        .asString())
                .isEqualTo("vendor-trouble");
        assertThat(test(entry("openai", key("simulated-sim-cut"), ""))
                        .path("code")
                        .asString())
                .isEqualTo("cut-off");
        for (String vendor : List.of("openai", "gemini")) {
            assertThat(test(entry(vendor, key("simulated-sim-hang"), ",\"latency_cap_ms\":300"))
                            .path("code")
                            .asString())
                    .isEqualTo("timed-out");
        }
    }

    @Test
    void aHostThatIsTakenBackLetsNobodyOutAnyMore() throws Exception {
        set(entry("openai", key(), ""));
        RealtimeModel model = realtime.inOrder(ink).getFirst();
        model.exit().leave(model.base()).over(true);
        owner.delete("/api/v1/organisation/allowed-hosts/"
                + owner.get("/api/v1/organisation/allowed-hosts")
                        .body()
                        .at("/items/0/id")
                        .asString());
        assertThatThrownBy(() -> model.exit().leave(model.base())).isInstanceOf(NotAllowedOut.class);
    }

    @Test
    void whoFailsAgainAndAgainIsLeftAloneForAWhile() {
        set(entry("openai", key(), ""), entry("gemini", key(), ""));
        RealtimeModel.Use use = realtime.inOrder(ink).getFirst().use();
        for (int k = 0; k < 4; k++) {
            use.failed(SpeechFailed.passing("openai", "vendor-trouble"));
        }
        assertThat(order(ink)).containsExactly("gemini");
        JsonNode state = owner.get(MODELS + "/state").body().at("/functions/0");
        assertThat(state.path("function").asString()).isEqualTo("realtime");
        assertThat(state.path("falling_back").asBoolean()).isTrue();
        assertThat(state.at("/entries/0/trouble").asString()).isEqualTo("vendor-trouble");
    }

    @Test
    void beyondTheCapTheNextTakesTheCallAndTheStateSaysSo() {
        String key = key();
        set(entry("openai", key, ",\"monthly_cap_usd\":0.25,\"unit_price_usd\":0.06"), entry("gemini", key, ""));
        RealtimeModel.Use use = realtime.inOrder(ink).getFirst().use();
        assertThat(order(ink)).startsWith("openai");
        AtomicBoolean spent = new AtomicBoolean();
        use.opens(() -> spent.set(true));
        org.awaitility.Awaitility.await().until(() -> {
            if (!spent.get()) {
                use.took(RealtimeUsage.NONE, 60_000);
            }
            return spent.get();
        });
        use.over();
        org.awaitility.Awaitility.await().until(() -> order(ink).equals(List.of("gemini")));
        JsonNode entry = owner.get(MODELS + "/state").body().at("/functions/0/entries/0");
        assertThat(entry.path("budget_spent").asBoolean()).as(entry.toString()).isTrue();
        assertThat(entry.path("spent_usd").asDouble()).isBetween(0.2, 0.37);
    }

    @Test
    void pricesAreOfTokensOfSoundAndAnOwnOneByTheMinute() {
        JsonNode price = owner.get(MODELS + "/prices?provider=openai&model=&function=realtime")
                .body();
        assertThat(price.at("/list/input_per_million_usd").asDouble()).isEqualTo(32);
        assertThat(price.at("/list/output_per_million_usd").asDouble()).isEqualTo(64);
        assertThat(price.has("unit_usd")).isFalse();
    }

    @Test
    void whatCannotWorkIsRefusedBeforeItIsStored() {
        String key = key();
        for (String wrong : List.of(
                entry("deepgram", key, ""),
                entry("openai", key, "").replaceAll("\"key_id\":\"[^\"]*\",", ""),
                entry("openai", key, "").replace("ws://", "http://"),
                entry("openai", key, "").replace("/sound", "?sound"),
                entry("openai", key, ",\"voice\":\"a,b\""),
                entry("openai", key, ",\"monthly_cap_usd\":5,\"options\":{\"transcriber\":\"unheard-of\"}"))) {
            assertThat(put(true, wrong).code()).as(wrong).isEqualTo("not-valid");
        }
        assertThat(put(true, entry("openai", key, "").replaceAll("127.0.0.1:\\d+", "pen.example.com"))
                        .code())
                .isEqualTo("host-refused");
    }
}
