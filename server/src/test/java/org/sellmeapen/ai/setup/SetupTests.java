package org.sellmeapen.ai.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sellmeapen.Caller;
import org.sellmeapen.HouseTest;
import org.sellmeapen.ai.Answer;
import org.sellmeapen.ai.AnswerSink;
import org.sellmeapen.ai.EmbeddingModel;
import org.sellmeapen.ai.ModelFailed;
import org.sellmeapen.ai.Models;
import org.sellmeapen.ai.Prompt;
import org.sellmeapen.ai.budget.Purses;
import org.sellmeapen.connections.Purpose;
import org.sellmeapen.kernel.OrganisationId;
import org.sellmeapen.simulators.Server;
import org.sellmeapen.simulators.Simulators;
import org.sellmeapen.tenancy.OrganisationScope;
import org.sellmeapen.tenancy.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The whole way: an administrator sets up models, and they answer through the one way out, from simulated vendors. */
class SetupTests extends HouseTest {

    private static final String MODELS = "/api/v1/organisation/models";
    private static final Prompt ASKED = Prompt.of("Be short.", "Hello, may I show you a pen?", 100);
    private static @Nullable Server vendors;

    @Autowired
    private Models models;

    @Autowired
    private Purses purses;

    @Autowired
    private JdbcClient jdbc;

    private OrganisationId ink = new OrganisationId(new java.util.UUID(0, 1));
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

    private String key(String value) {
        Caller.Answer made =
                owner.post("/api/v1/organisation/keys", "{\"name\":\"K\",\"value\":\"%s\"}".formatted(value));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        return made.body().path("id").asString();
    }

    private String key() {
        return key("simulated-key-0123456789");
    }

    private static String entry(String provider, String model, String key, String more) {
        return """
                {"provider":"%s","model":"%s","key_id":"%s","base_url":"http://127.0.0.1:%d/%s"%s}""".formatted(provider, model, key, VENDOR_PORT, provider, more);
    }

    private static String talk(String... entries) {
        return """
                {"functions":[{"function":"talk","entries":[%s]}],"allow_hosts":["127.0.0.1:%d"]}""".formatted(String.join(",", entries), VENDOR_PORT);
    }

    private Caller.Answer put(String body) {
        String etag = owner.get(MODELS).header("ETag");
        Caller.Answer answer = owner.with("If-Match", etag).put(MODELS, body);
        owner.without("If-Match");
        return answer;
    }

    private void set(String body) {
        Caller.Answer answer = put(body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private Answer answer() throws Exception {
        return models.language(ink, Purpose.TALK).orElseThrow().answer(ASKED, AnswerSink.NONE);
    }

    private static final String PRICES = ",\"prices\":{\"input_per_million_usd\":2,\"output_per_million_usd\":10}";

    @Test
    void nothingIsSetUpToBeginWith() {
        Caller.Answer setup = owner.get(MODELS);
        assertThat(setup.body().path("functions").size()).isZero();
        assertThat(setup.header("ETag")).isEqualTo("\"0\"");
        assertThat(models.language(ink, Purpose.TALK)).isEmpty();
        assertThat(models.embedding(ink)).isEmpty();
        assertThat(owner.get(MODELS + "/providers").body().path("items").size()).isGreaterThan(1);
    }

    @Test
    void aModelAnswersOnceItsHostIsAllowedInTheSameAct() throws Exception {
        String body = talk(entry("compatible", "sim-fine", key(), ""));
        Caller.Answer asked = put(body.replaceAll(",\"allow_hosts\".*]", ""));
        assertThat(asked.code()).as(asked.text()).isEqualTo("host-not-allowed-yet");
        assertThat(asked.body().path("detail").asString()).contains("127.0.0.1:" + VENDOR_PORT);
        assertThat(asked.body().path("host").asString()).isEqualTo("127.0.0.1:" + VENDOR_PORT);
        assertThat(asked.body().path("purpose").asString()).isEqualTo("talk");
        assertThat(asked.body().path("provider").asString()).isEqualTo("compatible");
        assertThat(asked.body().path("model").asString()).isEqualTo("sim-fine");
        set(body);
        assertThat(answer().text()).isNotBlank();
        assertThat(models.language(ink, Purpose.JUDGE)).isEmpty();
        assertThat(models.language(organisation("Quill"), Purpose.TALK)).isEmpty();
        assertThat(owner.get("/api/v1/organisation/allowed-hosts")
                        .body()
                        .at("/items/0/purpose")
                        .asString())
                .isEqualTo("talk");
    }

    @Test
    void whatLeftIsOnTheList() throws Exception {
        set(talk(entry("compatible", "sim-fine", key(), "")));
        answer();
        org.awaitility.Awaitility.await()
                .until(() -> owner.get("/api/v1/egress").body().path("items").size() == 1);
        var line = owner.get("/api/v1/egress").body().at("/items/0");
        assertThat(line.path("host").asString()).isEqualTo("127.0.0.1");
        assertThat(line.path("redacted").asBoolean()).isTrue();
        assertThat(line.path("sent_bytes").asInt()).isPositive();
    }

    @Test
    void aHostThatIsTakenBackIsNotReachedAnyMore() throws Exception {
        set(talk(entry("compatible", "sim-fine", key(), "")));
        answer();
        String id = owner.get("/api/v1/organisation/allowed-hosts")
                .body()
                .at("/items/0/id")
                .asString();
        owner.delete("/api/v1/organisation/allowed-hosts/" + id);
        assertThatThrownBy(this::answer)
                .isInstanceOfSatisfying(
                        ModelFailed.class, f -> assertThat(f.code()).isEqualTo("not-allowed-out"));
    }

    private static String both(String talk, String judge) {
        return """
                {"functions":[{"function":"talk","entries":[%s]},{"function":"judge","entries":[%s]}]}""".formatted(talk, judge);
    }

    private void takeBack(String purpose) {
        owner.get("/api/v1/organisation/allowed-hosts").body().path("items").forEach(host -> {
            if (host.path("purpose").asString().equals(purpose)) {
                owner.delete(
                        "/api/v1/organisation/allowed-hosts/" + host.path("id").asString());
            }
        });
    }

    @Test
    void aHostThatWasTakenBackStandsInTheWayOfNothingElse() throws Exception {
        String key = key();
        String talks = entry("compatible", "sim-fine", key, "");
        String judges = entry("openai", "sim-fine", key, "");
        set(both(talks, judges).replaceAll("}$", ",\"allow_hosts\":[\"127.0.0.1:" + VENDOR_PORT + "\"]}"));
        takeBack("talk");
        // Another function is changed, its own entry stays as it is, and what was taken back is not given in passing.
        set(both(talks, entry("openai", "sim-fine", key, ",\"temperature\":0.2")));
        assertThatThrownBy(this::answer)
                .isInstanceOfSatisfying(
                        ModelFailed.class, f -> assertThat(f.code()).isEqualTo("not-allowed-out"));
        Caller.Answer changed = put(both(entry("compatible", "sim-fine", key, ",\"temperature\":0.2"), judges));
        assertThat(changed.code()).isEqualTo("host-not-allowed-yet");
        assertThat(changed.body().path("purpose").asString()).isEqualTo("talk");
        // The same entry again, with the host named: allowed again.
        set(both(talks, judges).replaceAll("}$", ",\"allow_hosts\":[\"127.0.0.1:" + VENDOR_PORT + "\"]}"));
        assertThat(answer().text()).isNotBlank();
        // Or it is left out.
        takeBack("talk");
        set(both("", judges).replace("{\"function\":\"talk\",\"entries\":[]},", ""));
        assertThat(models.language(ink, Purpose.TALK)).isEmpty();
    }

    @Test
    void aKeyThatWasRemovedStandsInTheWayOfNothingElse() {
        String gone = key();
        String stays = key();
        String talks = entry("compatible", "sim-fine", gone, "");
        set(talk(talks));
        owner.delete("/api/v1/organisation/keys/" + gone);
        set(talk(talks, entry("openai", "sim-fine", stays, "")));
        Caller.Answer again = put(talk(entry("compatible", "sim-fine", gone, ",\"temperature\":1")));
        assertThat(again.code()).isEqualTo("not-valid");
        assertThat(again.body().path("field").asString()).isEqualTo("key_id");
        assertThat(again.body().path("detail").asString()).doesNotContain("key_id");
    }

    @Test
    void theNextStandsInAndTheStateSaysSo() throws Exception {
        String key = key();
        set(talk(entry("openai", "sim-500", key, ""), entry("compatible", "sim-fine", key, PRICES)));
        Answer stoodIn = answer();
        assertThat(stoodIn.provider()).isEqualTo("compatible");
        assertThat(stoodIn.cost()).isNotNull();
        assertThat(stoodIn.cost().micros()).isPositive();
        assertThat(stoodIn.cost().pricesAsOf()).as("an own price has no date").isNull();
        var state = owner.get(MODELS + "/state").body().at("/functions/0");
        assertThat(state.path("falling_back").asBoolean()).isTrue();
        assertThat(state.at("/entries/0/trouble").asString()).isEqualTo("vendor-trouble");
    }

    @Test
    void beyondTheCapTheNextStandsInAndTheBannerKnows() throws Exception {
        String key = key();
        set(talk(
                entry("openai", "sim-fine", key, ",\"monthly_cap_usd\":0.01,\"warn_at\":0.1" + PRICES),
                entry("compatible", "sim-fine", key, "")));
        int first = 0;
        while (answer().provider().equals("openai")) {
            first++;
            assertThat(first).isLessThan(1_000);
        }
        assertThat(first).isPositive();
        purses.write(true);
        var state = owner.get(MODELS + "/state").body().at("/functions/0");
        assertThat(state.path("falling_back").asBoolean()).as(state.toString()).isTrue();
        assertThat(state.at("/entries/0/budget_spent").asBoolean()).isTrue();
        assertThat(state.at("/entries/0/warning").asBoolean()).isTrue();
        assertThat(state.at("/entries/0/spent_usd").asDouble()).isPositive().isLessThanOrEqualTo(0.01);
        assertThat(state.at("/entries/0/answers").asInt()).isEqualTo(first);
        OrganisationScope.within(
                ink,
                () -> transactions.execute(_ -> {
                    assertThat(jdbc.sql("select taken_micros = spent_micros from ai_spend where provider = 'openai'")
                                    .query(Boolean.class)
                                    .single())
                            .isTrue();
                    return true;
                }));
    }

    @Test
    void aCapNeedsAPrice() {
        Caller.Answer refused = put(talk(entry("compatible", "sim-fine", key(), ",\"monthly_cap_usd\":5")));
        assertThat(refused.code()).isEqualTo("not-valid");
        assertThat(refused.text()).contains("prices");
    }

    @Test
    void aRotatedKeyCountsAtOnceAndARemovedOneLeavesTheModelOut() throws Exception {
        String key = key("wrong");
        set(talk(entry("compatible", "sim-fine", key, "")));
        assertThatThrownBy(this::answer)
                .isInstanceOfSatisfying(
                        ModelFailed.class, f -> assertThat(f.code()).isEqualTo("key-refused"));
        String path = "/api/v1/organisation/keys/" + key;
        owner.with("If-Match", owner.get(path).header("ETag")).put(path, "{\"value\":\"simulated-key-0123456789\"}");
        owner.without("If-Match");
        assertThat(answer().text()).isNotBlank();
        owner.delete(path);
        assertThatThrownBy(this::answer)
                .isInstanceOfSatisfying(
                        ModelFailed.class, f -> assertThat(f.code()).isEqualTo("not-set-up"));
    }

    private Caller.Answer test(String entry) {
        return owner.post(
                MODELS + "/tests",
                "{\"function\":\"talk\",\"entry\":%s,\"allow_hosts\":[\"127.0.0.1:%d\"]}"
                        .formatted(entry, VENDOR_PORT));
    }

    @Test
    void aTestIsARealRoundTripWithTimesAndCost() {
        Caller.Answer tested = test(entry("openai", "sim-fine", key(), PRICES));
        assertThat(tested.status()).as(tested.text()).isEqualTo(200);
        assertThat(tested.body().path("ok").asBoolean()).as(tested.text()).isTrue();
        assertThat(tested.body().path("first_word_ms").asLong()).isPositive();
        assertThat(tested.body().path("whole_ms").asLong())
                .isGreaterThanOrEqualTo(tested.body().path("first_word_ms").asLong());
        assertThat(tested.body().path("cost_usd").asDouble()).isPositive();
        assertThat(models.language(ink, Purpose.TALK)).isEmpty();
    }

    @Test
    void aTestThatFailsShowsTheVendorsWordsAndNoKey() {
        Caller.Answer tested = test(entry("openai", "sim-fine", key("wrong"), ""));
        assertThat(tested.body().path("ok").asBoolean()).isFalse();
        assertThat(tested.body().path("code").asString()).isEqualTo("key-refused");
        assertThat(tested.body().path("vendor_words").asString()).isNotBlank();
        Caller.Answer busy = test(entry("openai", "sim-429", key(), ""));
        assertThat(busy.body().path("code").asString()).isEqualTo("too-busy");
        assertThat(busy.text()).doesNotContain("simulated-key");
    }

    @Test
    void theListSaysWhatAModelCostsAndHowOldThatIs() {
        JsonNode known =
                owner.get(MODELS + "/prices?provider=openai&model=gpt-5-mini").body();
        assertThat(known.at("/list/input_per_million_usd").asDouble()).isPositive();
        assertThat(known.path("as_of").asString()).matches("\\d{4}-\\d{2}-\\d{2}");
        JsonNode unknown =
                owner.get(MODELS + "/prices?provider=openai&model=sim-fine").body();
        assertThat(unknown.has("list")).isFalse();
        assertThat(unknown.path("as_of").asString())
                .isEqualTo(known.path("as_of").asString());
    }

    @Test
    void modelsAreListedFromTheVendor() {
        Caller.Answer listed = owner.post(
                MODELS + "/listings",
                "{\"function\":\"talk\",\"entry\":%s,\"allow_hosts\":[\"127.0.0.1:%d\"]}"
                        .formatted(entry("openai", "any", key(), ""), VENDOR_PORT));
        assertThat(listed.status()).as(listed.text()).isEqualTo(200);
        assertThat(listed.body().path("items").size()).as(listed.text()).isPositive();
    }

    @Test
    void whatCannotWorkIsRefusedBeforeItIsStored() {
        String key = key();
        for (String wrong : List.of(
                talk(entry("nobody", "m", key, "")),
                talk(entry("openai", " ", key, "")),
                talk(entry("openai", "m", key, "").replaceAll("\"key_id\":\"[^\"]*\",", "")),
                talk(entry("openai", "m", "0190a5b0-0000-7000-8000-000000000009", "")),
                talk(entry("openai", "m", key, "").replace("http://127", "gopher://127")),
                talk(entry("openai", "m", key, ""), entry("openai", "m", key, "")),
                talk(entry("openai", "m", key, ",\"temperature\":3")),
                talk(entry("openai", "m", key, "")).replace("\"talk\"", "\"sing\""))) {
            assertThat(put(wrong).code()).as(wrong).isEqualTo("not-valid");
        }
        assertThat(put(talk(entry("openai", "m", key, "").replace(":" + VENDOR_PORT, ":1")))
                        .code())
                .isEqualTo("host-refused");
        assertThat(owner.get(MODELS).header("ETag")).isEqualTo("\"0\"");
        assertThat(owner.get("/api/v1/organisation/allowed-hosts")
                        .body()
                        .path("items")
                        .size())
                .isZero();
    }

    @Test
    void nobodysChangeIsLostAndEachIsAudited() {
        String body = talk(entry("compatible", "sim-fine", key(), ",\"redact\":false"));
        assertThat(owner.put(MODELS, body).code()).isEqualTo("version-missing");
        set(body);
        assertThat(owner.with("If-Match", "\"0\"").put(MODELS, body).code()).isEqualTo("version-stale");
        owner.without("If-Match");
        assertThat(owner.get(MODELS).body().at("/functions/0/entries/0/redact").asBoolean(true))
                .isFalse();
        var audited = owner.get("/api/v1/audit-entries?action=models.changed").body();
        assertThat(audited.path("items").size()).isEqualTo(1);
        assertThat(audited.at("/items/0/detail/talk").asString()).isEqualTo("compatible unredacted");
        assertThat(program(member(ink, Role.MANAGER)).get(MODELS).code()).isEqualTo("not-allowed");
    }

    @Test
    void namesOfTheOrganisationsPeopleDoNotLeave() throws Exception {
        set(talk(entry("compatible", "sim-echo", key(), "")));
        StringBuilder told = new StringBuilder();
        Answer answer = models.language(ink, Purpose.TALK, List.of("Zoë Stern"))
                .orElseThrow()
                .answer(Prompt.of("", "Zoë Stern and Test owner say hello.", 100), told::append);
        assertThat(answer.text()).isEqualTo(told.toString()).doesNotContain("[NAME");
    }

    private static String embed(String entry) {
        return talk(entry).replace("\"talk\"", "\"embed\"");
    }

    @Test
    void whatTextsMeanIsWithinBudgetAndRedactedAsWordsAre() throws Exception {
        set(embed(entry("openai", "sim-embed", key(), ",\"monthly_cap_usd\":0.01" + PRICES)));
        EmbeddingModel model = models.embedding(ink).orElseThrow();
        assertThat(model.model()).isEqualTo("openai/sim-embed+redacted");
        // What the simulator makes of a text is told apart by its letters: the same without the name, another with it.
        assertThat(model.embed(List.of("Test owner writes.")).vectors().getFirst())
                .isEqualTo(model.embed(List.of("[NAME] writes.")).vectors().getFirst());
        purses.write(true);
        JsonNode state = owner.get(MODELS + "/state").body().at("/functions/0");
        assertThat(state.path("function").asString()).isEqualTo("embed");
        assertThat(state.at("/entries/0/answers").asInt()).isEqualTo(2);
        assertThat(state.at("/entries/0/spent_usd").asDouble()).isEqualTo(2 * 8 * 2e-6);
        String dear = ",\"monthly_cap_usd\":0.01,\"redact\":false"
                + ",\"prices\":{\"input_per_million_usd\":100000,\"output_per_million_usd\":0}";
        set(embed(entry("compatible", "sim-embed", key(), dear)));
        EmbeddingModel capped = models.embedding(ink).orElseThrow();
        assertThat(capped.model()).isEqualTo("compatible/sim-embed");
        assertThatThrownBy(() -> capped.embed(List.of("Hello")))
                .isInstanceOfSatisfying(
                        ModelFailed.class, f -> assertThat(f.code()).isEqualTo("budget-spent"));
        assertThat(owner.get(MODELS + "/state")
                        .body()
                        .at("/functions/0/entries/0/budget_spent")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void aTestOfWhatTextsMeanShowsWhatItCost() {
        JsonNode tested = owner.post(
                        MODELS + "/tests",
                        "{\"function\":\"embed\",\"entry\":%s,\"allow_hosts\":[\"127.0.0.1:%d\"]}"
                                .formatted(entry("openai", "sim-embed", key(), PRICES), VENDOR_PORT))
                .body();
        assertThat(tested.path("ok").asBoolean()).as(tested.toString()).isTrue();
        assertThat(tested.path("cost_usd").asDouble()).isEqualTo(8 * 2e-6);
    }

    @Test
    void withItsOrganisationItGoes() {
        set(talk(entry("compatible", "sim-fine", key(), "")));
        tenancy.dissolve(ink);
        assertThat(models.language(ink, Purpose.TALK)).isEmpty();
        OrganisationScope.within(
                ink,
                () -> transactions.execute(_ -> {
                    assertThat(jdbc.sql("select count(*) from ai_setup")
                                    .query(Long.class)
                                    .single())
                            .isZero();
                    return true;
                }));
    }
}
